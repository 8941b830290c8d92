import { EVERYTHING } from '../access/principal';
import { renderTable } from '../cli/tables';
import { CivilDate } from '../core';
import { presentStanding, PresentedStanding } from '../standings/presenters/standing.presenter';
import { StandingsService } from '../standings/standings.service';
import { SubjectViewsService } from '../subjects/subject-views.service';
import { RULE_SET } from './district-creator';
import { creditCode, STORY } from './district/enterprises';
import { STORY_END, STORY_LINES, StoryLine } from './district/story';

const subject = creditCode(STORY);

/** Tells the story of one enterprise by what the service answers. */
export class StoryTeller {
  constructor(
    private readonly standings: StandingsService,
    private readonly views: SubjectViewsService,
  ) {}

  /** The story as a table; what is to come is marked as a forecast, and is told once all else has happened. */
  async tell(): Promise<string> {
    const { asOf: today } = await this.standing({});
    const rows: string[][] = [];
    for (const line of STORY_LINES.filter(({ day }) => day < today || STORY_END < today)) {
      const { day: asOf, known: knownAt } = line;
      rows.push(rowOf(line, await this.standing({ asOf, ...(knownAt === undefined ? {} : { knownAt }) })));
    }
    const head = [
      { head: '截至\nAs of' },
      { head: '事项\nEvent', most: 46 },
      { head: '累计记分\nPoints' },
      { head: '档次\nRungs' },
    ];
    const { name, code } = await this.views.get(EVERYTHING, subject);
    return [
      `\n${name} ${code}`,
      renderTable(head, rows).trimEnd(),
      '* 当日新达到的档次 · rungs reached on that very day',
    ].join('\n');
  }

  private async standing(asked: {
    readonly asOf?: CivilDate;
    readonly knownAt?: CivilDate;
  }): Promise<PresentedStanding> {
    return presentStanding(await this.standings.standing(EVERYTHING, { subject, ruleSet: RULE_SET, ...asked }));
  }
}

function rowOf({ event }: StoryLine, { asOf, forecast, total, carried, rungs }: PresentedStanding): string[] {
  const reached = rungs.filter((rung) => rung.reached);
  const points = carried === 0 ? `${total}` : `${total}（结转 carried ${carried}）`;
  return [
    forecast ? `${asOf}\n预测 forecast` : asOf,
    `${event['zh-CN']}\n${event.en}`,
    points,
    reached.length === 0 ? '—' : reached.map(({ points: at, isNew }) => `${at}${isNew ? '*' : ''}`).join(' '),
  ];
}
