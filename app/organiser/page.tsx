// The organiser's page: the sessions of this server, and those brought in from others.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Organiser } from '../../components/organiser/organiser';
import { PageWords } from '../page-words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('Organiser');
  return { title: t('pageTitle') };
}

export default async function OrganiserPage() {
  return (
    <PageWords
      areas={[
        'Form',
        'Import',
        'Language',
        'Organiser',
        'RollUpPage.choose',
        'RollUpPage.list',
        'RollUpPage.make',
        'RollUpPage.refused',
        'Verify',
      ]}
    >
      <Organiser />
    </PageWords>
  );
}
