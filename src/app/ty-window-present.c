/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-window-present"

#include "config.h"

#include "ty-window-private.h"

#include "ty-board-presentation.h"
#include "ty-card-chart.h"
#include "ty-office-dashboards.h"

#include <glib/gi18n-lib.h>

/* F5: what the page shows in a meeting, or the summary of the county. */

#define SUMMARY "summary"

static void
say_error (TyWindow     *self,
           const GError *error)
{
  ty_window_say (self, error->message, FALSE);
}

/* What is asked for: the dashboard is not there any more once it was counted. */
typedef struct
{
  TyWindow *window; /* (owned) */
  char *title;      /* (owned): of the dashboard, so that nobody takes it for the page behind */
} Show;

static void
show_free (Show *show)
{
  g_object_unref (show->window);
  g_free (show->title);
  g_free (show);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Show, show_free)

static TyPresentation *
make_presentation (TyOffice   *office,
                   GPtrArray  *answers,
                   const char *title)
{
  g_autoptr(GPtrArray) charts = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_chart_unref);
  g_autofree char *place = NULL;
  TyBoardPresentationSpec spec = { .as_of = ty_office_get_as_of (office), .charts = charts, .answers = answers };

  g_object_get (office, "scope-name", &place, NULL);
  spec.place = place;
  spec.title = title;
  for (guint i = 0; i < answers->len; i++)
    g_ptr_array_add (charts, ty_card_chart_new_part (g_ptr_array_index (answers, i), TY_CARD_CHART_MOST));
  return ty_board_presentation_new (office, &spec);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(Show) show = data;
  TyWindow *self = show->window;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) answers = ty_office_count_dashboard_finish (TY_OFFICE (source), result, &error);
  TyPresentation *presentation;

  if (answers == NULL)
    {
      say_error (self, error);
      return;
    }

  presentation = make_presentation (TY_OFFICE (source), answers, show->title);
  if (presentation != NULL)
    ty_presentation_start (presentation, GTK_WINDOW (self));
  else
    ty_window_say (self, _("There is nothing to show at this date."), FALSE);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(TyWindow) self = TY_WINDOW (data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) list = ty_office_list_dashboards_finish (TY_OFFICE (source), result, &error);
  TyDashboardAsk ask = { 0 };
  Show *show;

  if (list == NULL)
    {
      say_error (self, error);
      return;
    }

  ask.dashboard = ty_dashboard_find (list, SUMMARY);
  if (ask.dashboard == NULL)
    return;

  show = g_new0 (Show, 1);
  show->window = g_object_ref (self);
  show->title = g_strdup (ty_label_get (ask.dashboard->title));
  ty_office_count_dashboard_async (TY_OFFICE (source), &ask, NULL, counted_cb, show);
}

static void
present_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  TyWindow *self = TY_WINDOW (widget);
  TyPage *page = ty_window_get_page (self);

  (void) name;
  (void) parameter;
  if (page != NULL && ty_page_can_present (page))
    ty_page_present (page);
  else if (self->office != NULL && ty_office_is_open (self->office))
    ty_office_list_dashboards_async (self->office, NULL, listed_cb, g_object_ref (self));
}

void
ty_window_install_present_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.present", NULL, present_action);
}
