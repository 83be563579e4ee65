import { Checkbox } from 'antd';
import { OPERATOR_ROLES, type OperatorRole } from '../../../src/contracts/console/roles.ts';
import { useTexts } from '../texts/language.ts';

interface Props {
  /** Given by the form around it. */
  readonly value?: OperatorRole[];
  readonly onChange?: (roles: OperatorRole[]) => void;
}

/** Roles to tick, each with what it lets somebody do. */
export function RoleChoice({ value = [], onChange }: Props) {
  const { operators } = useTexts();
  return (
    <ul className="lines">
      {OPERATOR_ROLES.map((role) => (
        <li key={role}>
          <Checkbox
            checked={value.includes(role)}
            onChange={({ target }) =>
              onChange?.(target.checked ? [...value, role] : value.filter((other) => other !== role))
            }
          >
            {operators.roles[role]}
          </Checkbox>
          <span className="quiet">{operators.roleTexts[role]}</span>
        </li>
      ))}
    </ul>
  );
}
