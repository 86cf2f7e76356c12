'use client';
// Which version of a line somebody writes on: the one they saw first, until they have been shown a newer one and go on.
import { useState } from 'react';
import type { LineView } from '../../../server/engine/views';

export type Base = {
  readonly value: number;
  /** The line is no longer the one the writer saw. */
  readonly isOld: boolean;
  /** The writer has read the line as it is now. */
  readonly renew: () => void;
};

export function useBase({ version = 0 }: LineView): Base {
  const [value, setValue] = useState(version);
  return { value, isOld: value !== version, renew: () => setValue(version) };
}
