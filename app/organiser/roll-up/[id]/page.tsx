// Sessions of several districts side by side.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RollUpPage } from '../../../../components/organiser/roll-up/roll-up-page';
import { PageWords } from '../../../page-words';

type Props = { readonly params: Promise<{ readonly id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('RollUpPage');
  return { title: t('pageTitle') };
}

export default async function Page({ params }: Props) {
  const { id } = await params;
  return (
    <PageWords
      areas={[
        'Draft.priority',
        'Draft.theme',
        'Draft.withheld',
        'Form',
        'Language',
        'Marks',
        'Organiser',
        'RollUp',
        'RollUpPage',
      ]}
    >
      <RollUpPage id={id} />
    </PageWords>
  );
}
