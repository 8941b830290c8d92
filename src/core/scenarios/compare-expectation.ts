import { StandingFinding, Standing } from '../ledger/standing.types';
import { ExpectedStanding, Outcome, ScoringScenario } from '../rule-set/rule-set.types';
import { InspectionScore, ItemScore } from '../scoring/score.types';
import { compareRegime } from './compare-regime';
import { compare, Mismatch } from './mismatch';

export type { Mismatch } from './mismatch';

/** The differences between a score and what a scenario expects of it. */
export function compareScore(score: InspectionScore, expect: ScoringScenario['expect']): readonly Mismatch[] {
  const { min, max } = expect.pointsRange ?? {};
  return [
    ...compare('points', expect.points, score.points),
    ...compare('pointsRange.min', min, score.pointsRange.min),
    ...compare('pointsRange.max', max, score.pointsRange.max),
    ...score.items.flatMap((item) => compareItem(item, expect.items[item.item], expect.others ?? 'compliant')),
  ];
}

function compareItem(
  score: ItemScore,
  expected: ScoringScenario['expect']['items'][string] | undefined,
  others: Outcome,
): readonly Mismatch[] {
  const { item } = score;
  if (expected === undefined) return compare(`${item}.outcome`, others, score.outcome);
  return [
    ...compare(`${item}.outcome`, expected.outcome, score.outcome),
    ...compare(`${item}.points`, expected.points ?? 0, score.points),
    ...compare(`${item}.replacedBy`, expected.replacedBy ?? null, score.replacedBy ?? null),
    ...compare(`${item}.missingFacts`, expected.missingFacts && [...expected.missingFacts].sort(), score.missingFacts),
  ];
}

/** The differences between a standing and what a scenario expects of it. */
export function compareStanding(standing: Standing, expected: ExpectedStanding): readonly Mismatch[] {
  const at = expected.knownAt === undefined ? expected.asOf : `${expected.asOf} @ ${expected.knownAt}`;
  const reached = standing.rungs.filter((rung) => rung.reached);
  return [
    ...compare(`${at} total`, expected.total, standing.total),
    ...compare(`${at} carried`, expected.carried, standing.carried),
    ...compare(`${at} rungs`, expected.rungs, codes(reached)),
    ...compare(`${at} newRungs`, expected.newRungs, codes(reached.filter(({ isNew }) => isNew))),
    ...compare(
      `${at} measures`,
      expected.measures,
      standing.measures.map(({ rung }) => rung),
    ),
    ...compare(`${at} next.day`, expected.next?.day, standing.next.day),
    ...compare(`${at} next.clears`, expected.next?.clears, standing.next.clears),
    ...compare(`${at} next.carries`, expected.next?.carries, standing.next.carries),
    ...(expected.postings ?? []).flatMap((posting) => comparePosting(at, standing, posting)),
    ...compareRegime(standing.regime, expected, at),
  ];
}

const codes = (rungs: Standing['rungs']): readonly string[] => rungs.map(({ code }) => code);

function comparePosting(
  at: string,
  standing: Standing,
  expected: NonNullable<ExpectedStanding['postings']>[number],
): readonly Mismatch[] {
  const { inspection, item } = expected.finding;
  const posting: Partial<StandingFinding> =
    standing.postings.find(({ finding }) => finding.inspection === inspection && finding.item === item) ?? {};
  const what = (property: string): string => `${at} ${inspection}/${item}.${property}`;
  return [
    ...compare(what('state'), expected.state, posting.state),
    ...compare(what('points'), expected.points, posting.points),
    ...compare(what('deadline'), expected.deadline, posting.deadline),
    ...compare(what('clearedOn'), expected.clearedOn, posting.clearedOn),
    ...compare(what('reason'), expected.reason, posting.reason),
  ];
}
