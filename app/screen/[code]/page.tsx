// The wall: what the projector shows. Its words and its one client tree; no control anywhere on it.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Wall } from '../../../components/wall/wall';
import { PageWords } from '../../page-words';
import './wall.css';

type Props = { readonly params: Promise<{ readonly code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ code }, t] = await Promise.all([params, getTranslations('Screen')]);
  return { title: t('pageTitle', { code: code.toUpperCase() }) };
}

export default async function ScreenPage({ params }: Props) {
  const { code } = await params;
  return (
    <PageWords areas={['Earlier', 'Marks', 'Screen', 'Seal', 'Support', 'Vote']}>
      <Wall code={code.toUpperCase()} />
    </PageWords>
  );
}
