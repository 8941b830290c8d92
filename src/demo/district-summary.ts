import { DataSource } from 'typeorm';
import { EVERYTHING } from '../access/principal';
import { StandingsService } from '../standings/standings.service';
import { SubjectViewsService } from '../subjects/subject-views.service';
import { RULE_SET } from './district-creator';

/** Counts what is in the district, by what the service answers today. */
export class DistrictSummary {
  constructor(
    private readonly dataSource: DataSource,
    private readonly views: SubjectViewsService,
    private readonly standings: StandingsService,
  ) {}

  async tell(): Promise<string> {
    const subjects = await this.views.list(EVERYTHING, { limit: 500 });
    const highest = new Map<number, number>();
    for (const { code } of subjects) {
      const { standing } = await this.standings.standing(EVERYTHING, { subject: code, ruleSet: RULE_SET });
      const rung = standing.rungs.findLast(({ reached }) => reached)?.points ?? 0;
      highest.set(rung, (highest.get(rung) ?? 0) + 1);
    }
    const [rows] = await this.dataSource.query<{ inspections: number; findings: number; open: number }[]>(
      `SELECT (SELECT count(*) FROM inspection) AS inspections, (SELECT count(*) FROM finding) AS findings,
              (SELECT count(*) FROM measure WHERE state = 'open') AS open`,
    );
    const { inspections = 0, findings = 0, open = 0 } = rows ?? {};
    const reached = [...highest].filter(([points]) => points > 0).sort(([a], [b]) => a - b);
    const chinese = reached.map(([points, count]) => `${points} 分 ${count} 家`).join('，');
    const english = reached.map(([points, count]) => `${points} points by ${count}`).join(', ');
    return [
      `${subjects.length} 家虚构企业，检查 ${inspections} 次，发现违规 ${findings} 项，待办措施 ${open} 项；今日达到的最高档次：${chinese}`,
      `${subjects.length} fictional enterprises, ${inspections} inspections, ${findings} findings, ${open} open measures; highest rung reached today: ${english}`,
    ].join('\n');
  }
}
