import { useKiosk, useWords } from './kiosk-context.ts';

/** Which step of how many, as the resident counts them. */
export function StepBar() {
  const { progress } = useKiosk().view;
  const { frame } = useWords();
  if (progress === null) return <div className="step-bar none" />;
  const steps = Array.from({ length: progress.of }, (_, at) => at + 1);
  return (
    <div className="step-bar">
      {steps.map((step) => (
        <i
          key={step}
          className={step < progress.step ? 'done' : step === progress.step ? 'now' : ''}
          aria-hidden="true"
        />
      ))}
      <span>{frame.step(progress.step, progress.of)}</span>
    </div>
  );
}
