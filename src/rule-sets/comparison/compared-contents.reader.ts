import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NotFoundError } from '../../common/errors/not-found.error';
import { UnprocessableError } from '../../common/errors/unprocessable.error';
import { problemIn } from '../../common/errors/worded-problem';
import { CompiledRuleSet, compileRuleSet, ProblemsError } from '../../core';
import { DraftsService } from '../drafts/drafts.service';
import { RULE_SETS_MESSAGES } from '../rule-sets.messages';
import { RuleSetsReadModel } from '../rule-sets.read-model';
import { COMPARISON_MESSAGES } from './comparison.messages';

/** What is to be compared: a published version with another, or with a draft. */
export interface ComparisonRequest {
  readonly ruleSet: string;
  readonly from: string;
  readonly to?: string | undefined;
  readonly toRuleSet?: string | undefined;
  readonly toDraft?: string | undefined;
}

/** The two contents, ready to score with. */
export interface ComparedContents {
  readonly old: CompiledRuleSet;
  readonly fresh: CompiledRuleSet;
}

/** Finds the contents that somebody wants to see side by side. */
@Injectable()
export class ComparedContentsReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readModel: RuleSetsReadModel,
    private readonly drafts: DraftsService,
  ) {}

  /**
   * @param part of the request that names them: `/query`, or nothing for the body
   * @throws NotFoundError where there is no such rule set, version or draft
   * @throws UnprocessableError where the new one is not named once, or the draft holds no rule set yet
   */
  async of(
    { ruleSet, from, to, toRuleSet, toDraft }: ComparisonRequest,
    part: '/query' | '',
  ): Promise<ComparedContents> {
    if ((to === undefined) === (toDraft === undefined) || (toRuleSet !== undefined && to === undefined)) {
      throw new UnprocessableError(
        problemIn(COMPARISON_MESSAGES, 'one_new_version', { path: `${part}/to`, value: to }),
      );
    }
    const old = await this.version(ruleSet, from, { ruleSet: '/path/id', version: `${part}/from` });
    const at = { ruleSet: toRuleSet === undefined ? '/path/id' : `${part}/toRuleSet`, version: `${part}/to` };
    const fresh =
      toDraft === undefined
        ? await this.version(toRuleSet ?? ruleSet, to ?? '', at)
        : await this.draft(toDraft, `${part}/toDraft`);
    return { old, fresh };
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

  private async draft(id: string, path: string): Promise<CompiledRuleSet> {
    const { draft } = await this.drafts.get(id, path);
    try {
      return compileRuleSet(JSON.parse(draft.canonical));
    } catch (error) {
      if (!(error instanceof ProblemsError)) throw error;
      const params = { count: error.problems.length, first: error.problems[0]?.path || '/' };
      const at = { path, value: id, params };
      throw new UnprocessableError(problemIn(COMPARISON_MESSAGES, 'content_incomparable', at));
    }
  }
}
