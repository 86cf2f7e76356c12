// The organiser's page of sessions side by side, as the HTML it is made of.
import { HeatTable } from '../../components/organiser/roll-up/heat-table';
import { ThemeSection } from '../../components/organiser/roll-up/theme-section';
import type { RollUp } from '../../server/engine/roll-up/roll-up';
import type { Locale } from '../../server/engine/vocabulary';
import { renderIn } from './render-in';

export function rollUpOnPage(rollUp: RollUp, locale: Locale): string {
  const decide = async () => true;
  return renderIn(
    locale,
    <>
      <HeatTable rollUp={rollUp} />
      {rollUp.themes.map((theme) => (
        <ThemeSection key={theme.theme.id} rollUp={rollUp} theme={theme} decide={decide} />
      ))}
    </>,
  );
}
