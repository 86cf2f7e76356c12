// The console: where the facilitator runs a session.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Console } from '../../../components/console/console';
import { PageWords } from '../../page-words';

type Props = { readonly params: Promise<{ readonly code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ code }, t] = await Promise.all([params, getTranslations('Console')]);
  return { title: t('pageTitle', { code: code.toUpperCase() }) };
}

export default async function ConsolePage({ params }: Props) {
  const { code } = await params;
  return (
    <PageWords areas={['Console', 'Earlier', 'Form', 'Language', 'Marks', 'Refusal', 'Seal', 'Support', 'Vote']}>
      <Console code={code.toUpperCase()} />
    </PageWords>
  );
}
