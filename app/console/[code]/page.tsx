// The console: where the facilitator runs a session.
import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { Console } from '../../../components/console/console';

type Props = { readonly params: Promise<{ readonly code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ code }, t] = await Promise.all([params, getTranslations('Console')]);
  return { title: t('pageTitle', { code: code.toUpperCase() }) };
}

export default async function ConsolePage({ params }: Props) {
  const [{ code }, all] = await Promise.all([params, getMessages()]);
  return (
    <NextIntlClientProvider
      messages={{
        Console: all.Console,
        Earlier: all.Earlier,
        Form: all.Form,
        Language: all.Language,
        Seal: all.Seal,
        Marks: all.Marks,
        Refusal: all.Refusal,
        Support: all.Support,
        Vote: all.Vote,
      }}
    >
      <Console code={code.toUpperCase()} />
    </NextIntlClientProvider>
  );
}
