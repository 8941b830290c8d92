import { Injectable } from '@nestjs/common';
import { RuleSetComparison } from '../../core';
import { ComparedContentsReader, ComparisonRequest } from './compared-contents.reader';
import { Comparisons } from './comparisons';

/** Compares what a request names. */
@Injectable()
export class ComparisonsService {
  constructor(
    private readonly contents: ComparedContentsReader,
    private readonly comparisons: Comparisons,
  ) {}

  async compare(request: ComparisonRequest): Promise<RuleSetComparison> {
    const { old, fresh } = await this.contents.of(request, '/query');
    return this.comparisons.of(old, fresh);
  }
}
