// What the room answered to open questions: each question with its answers, in people's own words.
import { type Block, heading, ownWords, paragraph, plain } from '../document';
import type { Report } from '../report';
import type { ReportAnswer, ReportQuestion } from '../report-answers';
import type { Words } from '../words';

export function answers({ questions }: Report, say: Words): readonly Block[] {
  if (questions.length === 0) return [];
  return [
    heading(1, say('answersTitle')),
    paragraph(say('answersHow', { table: say('sheetIdeas') }), 'soft'),
    ...questions.flatMap((question) => answersTo(question, say)),
  ];
}

function answersTo({ title, prompt, answers: given, tookPart, joined }: ReportQuestion, say: Words): readonly Block[] {
  return [
    heading(2, title[say.locale]),
    paragraph(prompt[say.locale], 'italics'),
    paragraph(say('answersGiven', { answers: given.length, people: tookPart, joined }), 'soft'),
    ...given.map((answer) => answerBlock(answer, say)),
  ];
}

function answerBlock({ number, seconders, ...words }: ReportAnswer, say: Words): Block {
  const seconded = seconders === undefined ? [] : plain(` · ${say('seconders')}: ${say.cell(seconders)}`, 'soft');
  return { kind: 'bullet', runs: [...plain(`${number}. `, 'soft'), ...ownWords(words, say.locale), ...seconded] };
}
