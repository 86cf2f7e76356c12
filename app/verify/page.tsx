// Verifies an archive in the browser. Open to everybody: nothing is asked of the server.
import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { VerifyArchive } from '../../components/verify/verify-archive';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('VerifyPage');
  return { title: t('pageTitle') };
}

export default async function VerifyPage() {
  const { Form, Language, Verify, VerifyPage: words } = await getMessages();
  return (
    <NextIntlClientProvider messages={{ Form, Language, Verify, VerifyPage: words }}>
      <VerifyArchive />
    </NextIntlClientProvider>
  );
}
