import { OfficeView } from '../offices.service';
import { OfficeMessage } from '../schemas/office.schema';

export function presentOffice(office: OfficeView): OfficeMessage {
  const { code, level, parent, name, nameEn, validFrom, validTo } = office;
  return { code, level, parent, name, nameEn, validFrom, validTo };
}
