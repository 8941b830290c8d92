import { SubjectMessage } from '../schemas/subject.schema';
import { SubjectView } from '../subject-views.service';

export function presentSubject(subject: SubjectView): SubjectMessage {
  const { code, asOf, name, trade, state, office, attributes } = subject;
  return { code, asOf, name, trade, state, office, attributes: attributes as SubjectMessage['attributes'] };
}
