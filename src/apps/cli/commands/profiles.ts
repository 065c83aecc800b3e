import { Failure } from '../../../model/failure';
import { PROFILES, profileTitle } from '../../../profiles/load-profile';
import { languageOf } from '../io';
import { listLines, singleWord } from '../list-lines';
import type { Command } from '../command';

export const command: Command = {
  options: {},
  run(args, io) {
    const id = singleWord(args.words);
    if (id === null) {
      const language = languageOf(io.env);
      io.stdout.write(
        listLines(PROFILES.map((profile) => [profile.id, profileTitle(profile, language)])),
      );
      return Promise.resolve(0);
    }
    const profile = PROFILES.find((profile) => profile.id === id);
    if (!profile) return Promise.reject(new Failure('profile-choice', { id }));
    // As JSON, so that it can be saved, changed and given back with --profile FILE.
    io.stdout.write(JSON.stringify(profile, null, 2) + '\n');
    return Promise.resolve(0);
  },
};
