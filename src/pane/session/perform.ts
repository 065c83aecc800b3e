import type { HostPort } from '../../hosts/port';
import { asFailure } from '../../model/failure';
import type { Degradation } from '../../model/patch';
import type { SessionEngine } from '../session-engine';
import type { Answer, Effect, Request, SessionEvent } from './machine';

export interface Clock {
  now(): number;
  /** Milliseconds; returns the function that calls it off. */
  after(delay: number, work: () => void): () => void;
}

/** What a session has its effect on. */
export interface Outside {
  readonly host: HostPort;
  readonly engine: SessionEngine;
  readonly clock: Clock;
  /** Tells the session of what happened. */
  readonly send: (event: SessionEvent) => void;
  /** Whether a request is not wanted any more, by its number. */
  readonly isCalledOff: (turn: number) => boolean;
  /** Ends the waiting of whoever asked for a job. */
  readonly settle: (id: number) => void;
}

/** Does what `step` asks for. Whatever comes of it, at once or later, is sent as an event. */
export function createPerformer(outside: Outside): (effect: Effect) => void {
  const { clock, send } = outside;
  let callOff: () => void = () => undefined;
  let leave: () => void = () => undefined;
  return (effect) => {
    switch (effect.do) {
      case 'ask':
        ask(outside, effect.turn, effect.request);
        break;
      case 'wait':
        callOff();
        callOff = clock.after(effect.delay, () => send({ on: 'due', now: clock.now() }));
        break;
      case 'call-off':
        callOff();
        break;
      case 'listen':
        leave();
        leave = listen(outside);
        break;
      case 'leave':
        leave();
        break;
      case 'settle':
        outside.settle(effect.id);
        break;
    }
  };
}

/** Hears of edits, and of another cell being selected where the host tells; returns the way out. */
function listen({ host, send }: Outside): () => void {
  const stops = [
    host.onEdit((from = 'here') => send({ on: 'edited', from })),
    host.onSelect?.(() => send({ on: 'moved' })),
  ];
  return () => stops.forEach((stop) => stop?.());
}

function ask(outside: Outside, turn: number, request: Request): void {
  const { send } = outside;
  answerTo(outside, turn, request).then(
    (answer) => send({ on: 'answered', turn, answer }),
    (reason: unknown) => send({ on: 'failed', turn, failure: asFailure(reason) }),
  );
}

async function answerTo(outside: Outside, turn: number, request: Request): Promise<Answer> {
  const { host, engine, clock, send, isCalledOff } = outside;
  switch (request.ask) {
    case 'pause':
      if (engine.apart) return { is: 'paused' };
      await new Promise<void>((resolve) => {
        clock.after(0, resolve);
      });
      return { is: 'paused' };
    case 'read':
      return { is: 'read', snapshot: await host.read() };
    case 'evaluate': {
      const { snapshot, options } = request;
      const result = await engine.evaluate(snapshot, options);
      return { is: 'evaluated', workbook: { snapshot, options, result } };
    }
    case 'plan': {
      const { snapshot, result, options } = request.workbook;
      const patch = await engine.planPatch(snapshot, result, options, request.language);
      return { is: 'planned', patch };
    }
    case 'apply': {
      const report = await host.apply(request.patch, {
        onProgress: (done, total) => send({ on: 'progressed', turn, done, total }),
        cancelled: () => isCalledOff(turn),
        unasked: request.unasked,
      });
      return { is: 'applied', report };
    }
    case 'undo': {
      const left: Degradation[] = [];
      const undone = (await host.undo?.({ onLeft: (named) => left.push(...named) })) ?? false;
      return { is: 'undone', undone, left };
    }
  }
}
