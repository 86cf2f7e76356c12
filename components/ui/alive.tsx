'use client';
// Tells the test of old browsers that this page lives.
import { useEffect } from 'react';

export function Alive() {
  useEffect(() => {
    document.documentElement.dataset.alive = 'yes';
  }, []);
  return null;
}
