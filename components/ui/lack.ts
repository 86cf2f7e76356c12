// What a field lacks before it can be sent, from what it says of itself (`required`, `min`, `max`, `data-longest`).
import { requireText } from '../../server/engine/text/clean';

export type Lack =
  | { readonly code: 'empty' | 'noFile' | 'noNumber' }
  | { readonly code: 'tooLong'; readonly most: number }
  | { readonly code: 'outside'; readonly least: number; readonly most: number };

type Asked = Pick<HTMLInputElement, 'type' | 'value' | 'required' | 'min' | 'max' | 'validity'> & {
  readonly dataset: { readonly longest?: string };
};

export function lackOf({ type, value, required, min, max, validity, dataset }: Asked): Lack | undefined {
  if (type === 'file') return required && value === '' ? { code: 'noFile' } : undefined;
  if (type === 'number') {
    // What is no number reads as nothing at all: the browser says that something was typed.
    if (value === '') return required || validity.badInput ? { code: 'noNumber' } : undefined;
    const [least, most] = [
      min === '' ? Number.NEGATIVE_INFINITY : Number(min),
      max === '' ? Number.POSITIVE_INFINITY : Number(max),
    ];
    return Number(value) < least || Number(value) > most ? { code: 'outside', least, most } : undefined;
  }
  // As the server will judge it (TEXT1): a text of blanks is none, and signs are counted as people count them.
  const most = Number(dataset.longest ?? Number.POSITIVE_INFINITY);
  const text = requireText(value, most);
  if (typeof text === 'string') return undefined;
  if (text.rejected === 'text_too_long') return { code: 'tooLong', most };
  return required ? { code: 'empty' } : undefined;
}
