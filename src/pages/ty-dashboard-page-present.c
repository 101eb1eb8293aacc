/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-dashboard-page"

#include "config.h"

#include "ty-dashboard-page-private.h"

#include "ty-board-presentation.h"

#include <glib/gi18n-lib.h>

/* What the page shows, as slides: narrowed where it is, and the snapshot where that is shown. */

/* As the cards are seen: those without townships are narrowed, the others are not. */
static GPtrArray *
list_answers (TyDashboardPage *self)
{
  GPtrArray *answers = g_ptr_array_new ();

  for (guint i = 0; i < self->charts->len; i++)
    g_ptr_array_add (answers, (gpointer) ty_dashboard_page_get_answer (self, i));
  return answers;
}

/* The page counts anew while the slides are shown. */
static void
keep (TyPresentation *presentation,
      const char     *name,
      GPtrArray      *answers)
{
  if (answers != NULL)
    g_object_set_data_full (G_OBJECT (presentation), name, g_ptr_array_ref (answers),
                            (GDestroyNotify) g_ptr_array_unref);
}

static TyPresentation *
make_presentation (TyDashboardPage *self)
{
  const TySnapshot *snapshot = self->snapshot;
  const TyDashboard *dashboard = snapshot != NULL ? snapshot->dashboard : self->dashboard;
  g_autoptr(GPtrArray) answers = snapshot == NULL ? list_answers (self) : NULL;
  g_autofree char *place = ty_dashboard_page_dup_place (self);
  TyPresentation *presentation;
  TyBoardPresentationSpec spec = {
    .title = ty_label_get (dashboard->title),
    .place = place,
    .as_of = snapshot != NULL ? snapshot->as_of : ty_office_get_as_of (ty_page_get_office (TY_PAGE (self))),
    .charts = self->charts, /* a slide is a screen: the part that one has */
    .answers = answers,
  };

  presentation = ty_board_presentation_new (ty_page_get_office (TY_PAGE (self)), &spec);
  if (presentation != NULL && snapshot == NULL)
    {
      keep (presentation, "ty-answers", self->answers);
      keep (presentation, "ty-narrowed", self->narrowed);
    }
  return presentation;
}

/**
 * ty_dashboard_page_present:
 * @page: a page of dashboards
 *
 * Shows its cards as slides.
 */
void
ty_dashboard_page_present (TyPage *page)
{
  TyDashboardPage *self = TY_DASHBOARD_PAGE (page);
  TyPresentation *presentation = self->dashboard != NULL ? make_presentation (self) : NULL;

  if (presentation != NULL)
    ty_presentation_start (presentation, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  else
    ty_page_tell (page, _("There is nothing to show at this date."));
}
