/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pages"

#include "config.h"

#include "ty-pages.h"

#include "ty-agenda-card.h"
#include "ty-check-index.h"
#include "ty-checks-page.h"
#include "ty-column-chooser.h"
#include "ty-compare-page.h"
#include "ty-condition-bar.h"
#include "ty-facet-bar.h"
#include "ty-figures-table.h"
#include "ty-first-steps.h"
#include "ty-history-filters.h"
#include "ty-history-page.h"
#include "ty-history-pane.h"
#include "ty-files-group.h"
#include "ty-group-editor.h"
#include "ty-list-editor.h"
#include "ty-list-picker.h"
#include "ty-lists-page.h"
#include "ty-overview-page.h"
#include "ty-pages-resources.h"
#include "ty-people-page.h"
#include "ty-plan-row.h"
#include "ty-plan-window.h"
#include "ty-person-page.h"
#include "ty-mentor-board.h"
#include "ty-pair-board.h"
#include "ty-pairing-form.h"
#include "ty-pairing-page.h"
#include "ty-paste-window.h"
#include "ty-recent-card.h"
#include "ty-seat-editor.h"
#include "ty-village-page.h"
#include "ty-villages-page.h"
#include "ty-roster-preview.h"
#include "ty-widgets.h"

/**
 * ty_pages_init:
 *
 * Registers the .ui files and the types of this layer, and what it stands on. Needs no display. May
 * be called more than once.
 */
void
ty_pages_init (void)
{
  static gsize done;

  ty_widgets_init ();
  if (!g_once_init_enter (&done))
    return;

  ty_pages_resources_register_resource ();

  g_type_ensure (TY_TYPE_AGENDA_CARD);
  g_type_ensure (TY_TYPE_CHECK_INDEX);
  g_type_ensure (TY_TYPE_CHECKS_PAGE);
  g_type_ensure (TY_TYPE_COLUMN_CHOOSER);
  g_type_ensure (TY_TYPE_COMPARE_PAGE);
  g_type_ensure (TY_TYPE_CONDITION_BAR);
  g_type_ensure (TY_TYPE_FACET_BAR);
  g_type_ensure (TY_TYPE_FIGURES_TABLE);
  g_type_ensure (TY_TYPE_FILES_GROUP);
  g_type_ensure (TY_TYPE_FIRST_STEPS);
  g_type_ensure (TY_TYPE_HISTORY_FILTERS);
  g_type_ensure (TY_TYPE_HISTORY_PAGE);
  g_type_ensure (TY_TYPE_HISTORY_PANE);
  g_type_ensure (TY_TYPE_GROUP_EDITOR);
  g_type_ensure (TY_TYPE_LIST_EDITOR);
  g_type_ensure (TY_TYPE_LIST_PICKER);
  g_type_ensure (TY_TYPE_OVERVIEW_PAGE);
  g_type_ensure (TY_TYPE_MENTOR_BOARD);
  g_type_ensure (TY_TYPE_PAIR_BOARD);
  g_type_ensure (TY_TYPE_PAIRING_FORM);
  g_type_ensure (TY_TYPE_PAIRING_PAGE);
  g_type_ensure (TY_TYPE_PASTE_WINDOW);
  g_type_ensure (TY_TYPE_PLAN_ROW);
  g_type_ensure (TY_TYPE_PLAN_WINDOW);
  g_type_ensure (TY_TYPE_PEOPLE_PAGE);
  g_type_ensure (TY_TYPE_LISTS_PAGE);
  g_type_ensure (TY_TYPE_PERSON_PAGE);
  g_type_ensure (TY_TYPE_RECENT_CARD);
  g_type_ensure (TY_TYPE_SEAT_EDITOR);
  g_type_ensure (TY_TYPE_VILLAGE_PAGE);
  g_type_ensure (TY_TYPE_VILLAGES_PAGE);
  g_type_ensure (TY_TYPE_ROSTER_PREVIEW);

  g_once_init_leave (&done, 1);
}
