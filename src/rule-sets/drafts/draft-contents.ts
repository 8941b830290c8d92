import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Clock } from '../../common/clock';
import { UnprocessableError } from '../../common/errors/unprocessable.error';
import { problemIn } from '../../common/errors/worded-problem';
import { Settings } from '../../config/settings';
import { readRulesFolder } from '../install/rules-folder';
import { PublishedVersion, RuleSetsReadModel } from '../rule-sets.read-model';
import { DraftOrigin } from './draft.types';
import { DRAFTS_MESSAGES } from './drafts.messages';

/** What a draft is to begin with: a version, a template, or nothing. */
export interface DraftStart {
  readonly ruleSet: string;
  readonly version: string;
  /** Without a version, the one in force today. */
  readonly from?: { readonly ruleSet: string; readonly version?: string | undefined } | undefined;
  readonly template?: string | undefined;
}

export interface DraftContent {
  readonly content: Readonly<Record<string, unknown>>;
  readonly origin: DraftOrigin;
}

/** Makes the content that a draft begins with. */
@Injectable()
export class DraftContents {
  constructor(
    private readonly readModel: RuleSetsReadModel,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** @throws UnprocessableError where there is no such version or template */
  async of(manager: EntityManager, { ruleSet, version, from, template }: DraftStart): Promise<DraftContent> {
    if (from !== undefined && template !== undefined) {
      throw new UnprocessableError(problemIn(DRAFTS_MESSAGES, 'origin_twice', { path: '/template', value: template }));
    }
    const own = { id: ruleSet, version };
    if (from !== undefined) {
      const { rules } = await this.source(manager, from);
      const { id, version: sourceVersion, hash } = rules.identity;
      const origin = { kind: 'version', ruleSet: id, version: sourceVersion, hash } as const;
      return { content: { ...rules.ruleSet, ...own }, origin };
    }
    if (template !== undefined) {
      return { content: { ...(await this.template(template)), ...own }, origin: { kind: 'template', template } };
    }
    return { content: { formatVersion: 1, ...own }, origin: { kind: 'empty' } };
  }

  private async source(
    manager: EntityManager,
    { ruleSet, version }: NonNullable<DraftStart['from']>,
  ): Promise<PublishedVersion> {
    const timeZone = await this.readModel.timeZone(manager, ruleSet);
    if (timeZone === undefined) {
      throw new UnprocessableError(
        problemIn(DRAFTS_MESSAGES, 'source_unknown', { path: '/from/ruleSet', value: ruleSet }),
      );
    }
    const found =
      version === undefined
        ? await this.readModel.inForceOn(manager, ruleSet, this.clock.today(timeZone))
        : await this.readModel.byVersion(manager, ruleSet, version);
    if (found !== undefined) return found;
    const at = { path: '/from/version', value: version ?? null, params: { ruleSet } };
    throw new UnprocessableError(problemIn(DRAFTS_MESSAGES, 'source_version_unknown', at));
  }

  /** Templates are the examples of the rules folder, which were proved when the service started. */
  private async template(name: string): Promise<Readonly<Record<string, unknown>>> {
    const { examples } = await readRulesFolder(this.settings.rulesDir);
    const documents = examples.flatMap(({ versions }) =>
      versions.map(({ document }) => document as Readonly<Record<string, unknown>>),
    );
    const found = documents.find(({ id }) => id === name);
    if (found !== undefined) return found;
    const params = { templates: documents.map(({ id }) => String(id)).join(', ') || '—' };
    throw new UnprocessableError(
      problemIn(DRAFTS_MESSAGES, 'template_unknown', { path: '/template', value: name, params }),
    );
  }
}
