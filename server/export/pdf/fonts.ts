// The fonts of the PDF: whole, so that Kyrgyz, Russian and English are in one file each. After them those that have what Noto
// Sans lacks: signs, arrows, mathematics and the scripts that run from right to left; and emoji, drawn in one colour for print.

const TEXT = '@expo-google-fonts/noto-sans';
export const FONTS = {
  regular: require.resolve(`${TEXT}/400Regular/NotoSans_400Regular.ttf`),
  bold: require.resolve(`${TEXT}/700Bold/NotoSans_700Bold.ttf`),
  italic: require.resolve(`${TEXT}/400Regular_Italic/NotoSans_400Regular_Italic.ttf`),
  signs: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  boldSigns: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
  emoji: require.resolve('@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf'),
} as const;
export type FontName = keyof typeof FONTS;
/** Those that a text is asked for in. */
export type TextFont = 'regular' | 'bold' | 'italic';
