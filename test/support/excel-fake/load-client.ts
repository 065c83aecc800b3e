/// <reference types="office-js" />
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createContext, runInContext } from 'node:vm';

/** One request as Microsoft's client hands it over, and the answer it wants. */
export interface ClientRequest {
  readonly Actions: readonly ClientAction[];
  readonly ObjectPaths: Readonly<Record<string, ClientPath>>;
}

export interface ClientArguments {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly number[];
}

export interface ClientAction {
  readonly Id: number;
  /** 1 instantiate, 2 query, 3 call, 4 set, 5 trace. */
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ClientArguments;
  readonly QueryInfo?: { readonly Select?: readonly string[] };
}

export interface ClientPath {
  readonly Id: number;
  /** 1 the context, 2 `new`, 3 method, 4 property, 5 indexer. */
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ClientArguments;
}

export interface ClientAnswer {
  readonly ErrorCode: string;
  readonly ErrorMessage: string;
  readonly Headers: Readonly<Record<string, string>>;
  readonly Body: unknown;
}

/** `flags`: what the client says of the request; 1 is a write, 4 a read that may run beside others. */
type Execute = (request: ClientRequest, text: string, flags: number) => Promise<ClientAnswer>;

interface ClientPrototype {
  readonly prototype: object;
}

interface Helper {
  createPropertyObject(
    type: unknown,
    parent: unknown,
    name: string,
    isCollection: boolean,
    flags: number,
  ): unknown;
  createMethodObject(
    type: unknown,
    parent: unknown,
    name: string,
    operation: number,
    args: readonly unknown[],
    isCollection: boolean,
    isInvalidAfterRequest: boolean,
    byId: string | null,
    flags: number,
  ): unknown;
  invokeMethod(
    parent: unknown,
    name: string,
    operation: number,
    args: readonly unknown[],
    flags: number,
    result: number,
  ): unknown;
  invokeSetProperty(parent: unknown, name: string, value: unknown, flags: number): void;
  createChildItemObject(
    type: unknown,
    hasIndexer: boolean,
    parent: unknown,
    item: unknown,
    index: number,
  ): unknown;
}

interface OfficeExtensionInside {
  readonly SessionBase: { _overrideSession: unknown };
  readonly CommonUtility: {
    _doApiNotSupportedCheck: boolean;
    isSetSupported: (set: string, version?: string) => boolean;
    throwIfApiNotSupported?: unknown;
  };
  readonly BatchApiHelper: Helper;
  readonly Utility: {
    throwIfNotLoaded(name: string, value: unknown, entity: string, isNull: boolean): void;
    load(object: unknown, options: unknown): unknown;
    fixObjectPathIfNecessary(object: unknown, value: unknown): void;
    isNullOrUndefined(value: unknown): boolean;
  };
  readonly ClientObject: ClientPrototype;
  readonly Constants: { readonly items: string };
  readonly _testTriggerRichApiMessageEvent: (message: unknown) => void;
  readonly _testSetRichApiMessageReadyImpl: (ready: () => Promise<void>) => void;
}

export interface ExcelClient {
  readonly openContext: () => Excel.RequestContext;
  readonly run: typeof Excel.run;
  /** Who answers from now on, and which ExcelApi the client believes in. */
  readonly connect: (execute: Execute, level: () => number) => void;
  readonly raise: (type: number, message: unknown) => void;
}

interface Sandbox {
  readonly Excel: {
    readonly RequestContext: new () => Excel.RequestContext;
    readonly run: typeof Excel.run;
    readonly Workbook: ClientPrototype;
    readonly Worksheet: ClientPrototype;
  };
  readonly OfficeExtension: OfficeExtensionInside;
}

const EVENT_CATEGORY = 65536;

function loadSandbox(): Sandbox {
  const nothing = (): undefined => undefined;
  const element = { style: {}, setAttribute: nothing, appendChild: nothing };
  const sandbox: Record<string, unknown> = {
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    performance,
    navigator: { userAgent: 'node' },
    location: { href: 'https://localhost/', search: '', hash: '' },
    document: {
      createElement: () => element,
      getElementsByTagName: () => [],
      addEventListener: nothing,
      location: {},
    },
    addEventListener: nothing,
    removeEventListener: nothing,
    postMessage: nothing,
  };
  sandbox.window = sandbox;
  sandbox.self = sandbox;
  sandbox.global = sandbox;
  const path = createRequire(__filename).resolve(
    '@microsoft/office-js/dist/excel-win32-16.01.debug.js',
  );
  createContext(sandbox);
  runInContext(readFileSync(path, 'utf8'), sandbox, { filename: 'excel-win32-16.01.debug.js' });
  return sandbox as unknown as Sandbox;
}

/**
 * The pinned client stops at ExcelApi 1.15. Notes (1.18) are added the way it builds its other
 * objects, so that they go through the same batches: docs of `Excel.NoteCollection`, `Excel.Note`.
 */
const NOTES_SOURCE = `(function () {
  var X = OfficeExtension, helper = X.BatchApiHelper, utility = X.Utility;
  function inherit(name) {
    function Type() { return X.ClientObject.apply(this, arguments) || this; }
    Type.prototype = Object.create(X.ClientObject.prototype, {
      constructor: { value: Type },
      _className: { get: function () { return name; } },
    });
    return Type;
  }
  var Note = inherit('Note'), Notes = inherit('NoteCollection');
  Object.defineProperty(Notes.prototype, '_isCollection', { get: function () { return true; } });
  ['content', 'authorName'].forEach(function (name) {
    var field = '_' + name, original = name.charAt(0).toUpperCase() + name.slice(1);
    Object.defineProperty(Note.prototype, name, {
      get: function () {
        utility.throwIfNotLoaded(name, this[field], 'Note', this._isNull);
        return this[field];
      },
      set: function (value) { this[field] = value; helper.invokeSetProperty(this, original, value, 0); },
    });
  });
  Note.prototype.load = function (options) { return utility.load(this, options); };
  Note.prototype.delete = function () { helper.invokeMethod(this, 'Delete', 0, [], 0, 0); };
  Note.prototype.getLocation = function () {
    return helper.createMethodObject(Excel.Range, this, 'GetLocation', 1, [], false, true, null, 4);
  };
  Note.prototype._handleResult = function (value) {
    X.ClientObject.prototype._handleResult.call(this, value);
    if (utility.isNullOrUndefined(value)) return;
    utility.fixObjectPathIfNecessary(this, value);
    if ('Content' in value) this._content = value.Content;
    if ('AuthorName' in value) this._authorName = value.AuthorName;
  };
  Object.defineProperty(Notes.prototype, 'items', {
    get: function () {
      utility.throwIfNotLoaded('items', this._loaded, 'NoteCollection', this._isNull);
      return this._loaded;
    },
  });
  Notes.prototype.load = function (options) { return utility.load(this, options); };
  Notes.prototype._handleResult = function (value) {
    X.ClientObject.prototype._handleResult.call(this, value);
    if (utility.isNullOrUndefined(value)) return;
    utility.fixObjectPathIfNecessary(this, value);
    var notes = this, all = value[X.Constants.items];
    if (utility.isNullOrUndefined(all)) return;
    this._loaded = all.map(function (one, index) {
      var note = helper.createChildItemObject(Note, false, notes, one, index);
      note._handleResult(one);
      return note;
    });
  };
  Notes.prototype.getCount = function () {
    return helper.invokeMethod(this, 'GetCount', 1, [], 4, 0);
  };
  Notes.prototype.add = function (cell, content) {
    return helper.createMethodObject(Note, this, 'Add', 0, [cell, content], false, true, null, 0);
  };
  Notes.prototype.getItem = function (key) {
    return helper.createMethodObject(Note, this, 'GetItem', 1, [key], false, false, null, 4);
  };
  Notes.prototype.getItemOrNullObject = function (key) {
    return helper.createMethodObject(Note, this, 'GetItemOrNullObject', 1, [key], false, false, null, 4);
  };
  [Excel.Workbook, Excel.Worksheet].forEach(function (Owner) {
    Object.defineProperty(Owner.prototype, 'notes', {
      get: function () {
        if (!X.CommonUtility.isSetSupported('ExcelApi', '1.18')) {
          throw Object.assign(new Error('notes'), { code: 'ApiNotFound' });
        }
        return helper.createPropertyObject(Notes, this, 'Notes', true, 4);
      },
    });
  });
})()`;

let client: ExcelClient | null = null;

/** Microsoft's client, loaded once per test file: its list of events is a singleton. */
export function excelClient(): ExcelClient {
  client ??= load();
  return client;
}

function load(): ExcelClient {
  const sandbox = loadSandbox();
  const inside = sandbox.OfficeExtension;
  runInContext(NOTES_SOURCE, sandbox);
  inside._testSetRichApiMessageReadyImpl(() => Promise.resolve());
  return {
    openContext: () => new sandbox.Excel.RequestContext(),
    run: sandbox.Excel.run,
    connect: (execute, level) => {
      inside.CommonUtility._doApiNotSupportedCheck = true;
      inside.CommonUtility.isSetSupported = (set, version = '1.1') =>
        set !== 'ExcelApi' || Number(version.split('.')[1] ?? 0) <= level();
      inside.SessionBase._overrideSession = {
        _resolveRequestUrlAndHeaderInfo: () => Promise.resolve({ url: '', headers: {} }),
        _createRequestExecutorOrNull: () => ({
          executeAsync: (_data: unknown, flags: number, message: { readonly Body: unknown }) => {
            const { Body } = message;
            const text = typeof Body === 'string' ? Body : JSON.stringify(Body);
            return execute(
              (typeof Body === 'string' ? JSON.parse(Body) : Body) as ClientRequest,
              text,
              flags,
            );
          },
        }),
      };
    },
    raise: (messageType, content) => {
      inside._testTriggerRichApiMessageEvent({
        entries: [
          {
            messageCategory: EVENT_CATEGORY,
            messageType,
            targetId: 'Workbook',
            message: JSON.stringify(content),
          },
        ],
      });
    },
  };
}
