import { InspectorView } from '../inspectors.service';
import { InspectorMessage } from '../schemas/inspector.schema';

export function presentInspector(inspector: InspectorView): InspectorMessage {
  const { certificateNumber, name, office, validity, entries } = inspector;
  return {
    certificateNumber,
    name,
    office,
    validity: validity.map(({ validFrom, validTo }) => ({ from: validFrom, to: validTo })),
    entries: entries.map((entry) => {
      const { type, recordedAt } = entry;
      if (entry.type === 'period') return { type, validFrom: entry.validFrom, validTo: entry.validTo, recordedAt };
      return { type, revokedFrom: entry.revokedFrom, reason: entry.reason, recordedAt };
    }),
  };
}
