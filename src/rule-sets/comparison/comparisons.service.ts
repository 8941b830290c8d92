import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NotFoundError } from '../../common/errors/not-found.error';
import { UnprocessableError } from '../../common/errors/unprocessable.error';
import { problemIn } from '../../common/errors/worded-problem';
import { CompiledRuleSet, compileRuleSet, ProblemsError, RuleSetComparison } from '../../core';
import { DraftsService } from '../drafts/drafts.service';
import { RULE_SETS_MESSAGES } from '../rule-sets.messages';
import { RuleSetsReadModel } from '../rule-sets.read-model';
import { COMPARISON_MESSAGES } from './comparison.messages';
import { Comparisons } from './comparisons';

/** What is to be compared: a published version with another, or with a draft. */
export interface ComparisonRequest {
  readonly ruleSet: string;
  readonly from: string;
  readonly to?: string | undefined;
  readonly toRuleSet?: string | undefined;
  readonly toDraft?: string | undefined;
}

/** Finds what is to be compared. */
@Injectable()
export class ComparisonsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readModel: RuleSetsReadModel,
    private readonly drafts: DraftsService,
    private readonly comparisons: Comparisons,
  ) {}

  /**
   * @throws NotFoundError where there is no such rule set, version or draft
   * @throws UnprocessableError where the new one is not named once, or the draft holds no rule set yet
   */
  async compare({ ruleSet, from, to, toRuleSet, toDraft }: ComparisonRequest): Promise<RuleSetComparison> {
    if ((to === undefined) === (toDraft === undefined) || (toRuleSet !== undefined && to === undefined)) {
      throw new UnprocessableError(problemIn(COMPARISON_MESSAGES, 'one_new_version', { path: '/query/to', value: to }));
    }
    const old = await this.version(ruleSet, from, { ruleSet: '/path/id', version: '/query/from' });
    const at = { ruleSet: toRuleSet === undefined ? '/path/id' : '/query/toRuleSet', version: '/query/to' };
    const fresh =
      toDraft === undefined ? await this.version(toRuleSet ?? ruleSet, to ?? '', at) : await this.draft(toDraft);
    return this.comparisons.of(old, fresh);
  }

  private async version(
    ruleSet: string,
    version: string,
    at: { readonly ruleSet: string; readonly version: string },
  ): Promise<CompiledRuleSet> {
    const { manager } = this.dataSource;
    const found = await this.readModel.byVersion(manager, ruleSet, version);
    if (found !== undefined) return found.rules;
    if (!(await this.readModel.exists(manager, ruleSet))) {
      throw new NotFoundError(problemIn(RULE_SETS_MESSAGES, 'rule_set_unknown', { path: at.ruleSet, value: ruleSet }));
    }
    const particulars = { path: at.version, value: version, params: { ruleSet } };
    throw new NotFoundError(problemIn(RULE_SETS_MESSAGES, 'version_unknown', particulars));
  }

  private async draft(id: string): Promise<CompiledRuleSet> {
    const { draft } = await this.drafts.get(id, '/query/toDraft');
    try {
      return compileRuleSet(JSON.parse(draft.canonical));
    } catch (error) {
      if (!(error instanceof ProblemsError)) throw error;
      const params = { count: error.problems.length, first: error.problems[0]?.path || '/' };
      const at = { path: '/query/toDraft', value: id, params };
      throw new UnprocessableError(problemIn(COMPARISON_MESSAGES, 'content_incomparable', at));
    }
  }
}
