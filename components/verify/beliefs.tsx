'use client';
// How far an archive can be believed, in sentences: on the page that verifies and where an archive comes in.
import { useTranslations } from 'next-intl';
import { type Believable, beliefsOf } from '../../server/verify/beliefs';

export function Beliefs({ of }: { readonly of: Believable }) {
  const words = useTranslations('Verify');
  return beliefsOf(of).map(({ words: key, values }) => (
    <p key={`${key} ${Object.values(values).join(' ')}`}>{words(key, values)}</p>
  ));
}
