// The wall: what the projector shows. Its words and its one client tree; no control anywhere on it.
import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { Wall } from '../../../components/wall/wall';
import './wall.css';

type Props = { readonly params: Promise<{ readonly code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ code }, t] = await Promise.all([params, getTranslations('Screen')]);
  return { title: t('pageTitle', { code: code.toUpperCase() }) };
}

export default async function ScreenPage({ params }: Props) {
  const [{ code }, { Earlier, Marks, Screen, Seal, Support, Vote }] = await Promise.all([params, getMessages()]);
  return (
    <NextIntlClientProvider messages={{ Earlier, Marks, Screen, Seal, Support, Vote }}>
      <Wall code={code.toUpperCase()} />
    </NextIntlClientProvider>
  );
}
