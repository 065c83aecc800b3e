/** A text in no language yet: a catalogue key and the figures that go into it. */
export interface Message {
  readonly key: string;
  readonly data: Readonly<Record<string, string | number>>;
}

export function message(key: string, data: Message['data'] = {}): Message {
  return { key, data };
}
