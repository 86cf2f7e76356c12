// The organiser's page: the sessions of this server, and those brought in from others.
import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { Organiser } from '../../components/organiser/organiser';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('Organiser');
  return { title: t('pageTitle') };
}

export default async function OrganiserPage() {
  const { Form, Import, Language, Organiser: words, RollUpPage, Verify } = await getMessages();
  return (
    <NextIntlClientProvider messages={{ Form, Import, Language, Organiser: words, RollUpPage, Verify }}>
      <Organiser />
    </NextIntlClientProvider>
  );
}
