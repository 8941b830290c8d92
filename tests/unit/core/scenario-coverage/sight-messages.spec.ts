import { SIGHT_MESSAGES } from '../../../../src/core/scenario-coverage/sight.messages';
import { describeMessages } from '../../../support/describe-messages';

describe('the messages of coverage', () => describeMessages(SIGHT_MESSAGES));
