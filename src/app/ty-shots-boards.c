/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-shots"

#include "config.h"

#include "ty-shots-private.h"

#include "ty-cross-page.h"
#include "ty-dashboard-page.h"
#include "ty-table-plan.h"

/* A picture of each dashboard and of each cross table of the program. */

/* The number of a picture becomes the word of what it shows; %NULL after the last. */
const char *
ty_shots_get_board (guint number)
{
  static GPtrArray *shipped;

  if (shipped == NULL)
    shipped = ty_dashboard_list_shipped ();
  return number < shipped->len ? ((const TyDashboard *) g_ptr_array_index (shipped, number))->word : NULL;
}

void
ty_shots_begin_board (Shots *shots)
{
  TyPage *page;

  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.show-page", "s", "dashboards");
  page = ty_window_get_page (shots->window);
  if (TY_IS_DASHBOARD_PAGE (page))
    ty_dashboard_page_show (TY_DASHBOARD_PAGE (page), ty_shots_get_board (shots->turn));
}

static GPtrArray *
get_plans (void)
{
  static GPtrArray *plans;

  if (plans == NULL)
    plans = ty_table_plan_list_shipped ();
  return plans;
}

const char *
ty_shots_get_table (guint number)
{
  GPtrArray *plans = get_plans ();

  return number < plans->len ? ((const TyTablePlan *) g_ptr_array_index (plans, number))->id : NULL;
}

void
ty_shots_begin_table (Shots *shots)
{
  TyPage *page;

  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.show-page", "s", "cross");
  page = ty_window_get_page (shots->window);
  if (TY_IS_CROSS_PAGE (page))
    ty_cross_page_set_plan (TY_CROSS_PAGE (page), g_ptr_array_index (get_plans (), shots->turn));
}
