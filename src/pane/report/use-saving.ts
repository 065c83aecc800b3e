import { useState } from 'react';
import { asFailure, toldOf } from '../../model/failure';
import { joined } from '../../texts/catalogue';
import { usePaneTools } from '../pane-context';
import { useReportSpeaker } from './report-texts';

/** A document to be saved. */
export interface Saving {
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array>;
  /** What it says, to be copied where no file can be saved. */
  readonly text: () => string;
}

export interface SavingTold {
  /** How the last one went. */
  readonly told: string;
  readonly byHand: string | null;
  readonly tell: (told: string) => void;
  readonly save: (saving: Saving) => void;
  /** Tells of what could not be done, as everything else is told. */
  readonly orTell: (work: Promise<void>) => void;
}

/** Saves documents, or shows their text where the program cannot. */
export function useSaving(): SavingTold {
  const { say, tell: render, reportTexts } = useReportSpeaker();
  const { surroundings } = usePaneTools();
  const [told, setTold] = useState('');
  const [byHand, setByHand] = useState<string | null>(null);
  const orTell = (work: Promise<void>): void => {
    void work.catch((reason: unknown) => {
      const { message, hint } = toldOf(asFailure(reason));
      setTold(joined([render(message), render(hint)], reportTexts.language));
    });
  };
  const save = async ({ name, bytes, text }: Saving): Promise<void> => {
    const saved = surroundings.saveDocument?.(name, new Uint8Array(await bytes())) === true;
    const unseen = saved && surroundings.savesUnseen === true;
    setTold(say(!saved ? 'told.by-hand' : unseen ? 'told.unseen' : 'told.saved', { name }));
    setByHand(!saved || unseen ? text() : null);
  };
  return {
    told,
    byHand,
    tell: (text) => {
      setByHand(null);
      setTold(text);
    },
    save: (saving) => orTell(save(saving)),
    orTell,
  };
}

/** `附表` of `附表.xlsx`. */
export const stemOf = (name: string): string => name.replace(/\.[^.]+$/, '');
