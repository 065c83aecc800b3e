import { Failure } from '../model/failure';

/**
 * A part of the program that comes when it is needed. It is gone from the server where a newer program
 * took its place.
 * @throws Failure `page-outdated`
 */
export async function latePart<Part>(asked: Promise<Part>): Promise<Part> {
  try {
    return await asked;
  } catch (reason) {
    throw new Failure('page-outdated', {}, { cause: reason });
  }
}
