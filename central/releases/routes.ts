import type { ConsoleApp } from '../console-api/console-app.ts';
import type { Foundations } from '../foundations.ts';
import { documentRoutes } from './document-routes.ts';
import { releaseRoutes } from './release-routes.ts';
import { type ShippedDocuments, shippedDocuments } from './shipped-documents.ts';
import { signingRoutes } from './signing-routes.ts';

/** Everything of releases: drafts, review, replay, signatures, the root. */
export function routesOfReleases(
  app: ConsoleApp,
  foundations: Foundations,
  shipped: ShippedDocuments = shippedDocuments(),
): void {
  const desk = { foundations, shipped };
  releaseRoutes(app, desk);
  documentRoutes(app, desk);
  signingRoutes(app, desk);
}
