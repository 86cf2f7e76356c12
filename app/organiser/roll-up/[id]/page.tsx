// Sessions of several districts side by side.
import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { RollUpPage } from '../../../../components/organiser/roll-up/roll-up-page';

type Props = { readonly params: Promise<{ readonly id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('RollUpPage');
  return { title: t('pageTitle') };
}

export default async function Page({ params }: Props) {
  const [{ id }, { Draft, Form, Language, Marks, Organiser, RollUp, RollUpPage: words }] = await Promise.all([
    params,
    getMessages(),
  ]);
  return (
    <NextIntlClientProvider messages={{ Draft, Form, Language, Marks, Organiser, RollUp, RollUpPage: words }}>
      <RollUpPage id={id} />
    </NextIntlClientProvider>
  );
}
