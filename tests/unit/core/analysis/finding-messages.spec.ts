import { FINDING_MESSAGES } from '../../../../src/core/analysis/finding.messages';
import { describeMessages } from '../../../support/describe-messages';

describe('the messages of the analysis', () => describeMessages(FINDING_MESSAGES));
