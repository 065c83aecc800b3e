import { addTexts, type Language } from '../texts/catalogue';

/** The pane starts with Chinese alone; English comes when it is asked for. */
export async function loadTexts(language: Language): Promise<void> {
  if (language === 'en') addTexts('en', await import('../texts/en'));
}
