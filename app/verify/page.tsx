// Verifies an archive in the browser. Open to everybody: nothing is asked of the server.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { VerifyArchive } from '../../components/verify/verify-archive';
import { PageWords } from '../page-words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('VerifyPage');
  return { title: t('pageTitle') };
}

export default async function VerifyPage() {
  return (
    <PageWords areas={['Form', 'Language', 'Verify', 'VerifyPage']}>
      <VerifyArchive />
    </PageWords>
  );
}
