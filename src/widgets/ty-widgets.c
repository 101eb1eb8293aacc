/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-widgets"

#include "config.h"

#include "ty-widgets.h"

#include "ty-as-of-button.h"
#include "ty-columns-box.h"
#include "ty-fact-grid.h"
#include "ty-filter-button.h"
#include "ty-portrait-view.h"
#include "ty-problem-bar.h"
#include "ty-row-grid.h"
#include "ty-section.h"
#include "ty-shell.h"
#include "ty-side-box.h"
#include "ty-spinner.h"
#include "ty-stat-tile.h"
#include "ty-tab-stop.h"
#include "ty-widgets-resources.h"

/**
 * ty_widgets_init:
 *
 * Registers the styles, icons and .ui files of this layer, and its types, so that a .ui file may
 * name them. Needs no display. May be called more than once.
 */
void
ty_widgets_init (void)
{
  static gsize done;

  if (!g_once_init_enter (&done))
    return;

  ty_widgets_resources_register_resource ();

  g_type_ensure (TY_TYPE_AS_OF_BUTTON);
  g_type_ensure (TY_TYPE_COLUMNS_BOX);
  g_type_ensure (TY_TYPE_FACT_GRID);
  g_type_ensure (TY_TYPE_FILTER_BUTTON);
  g_type_ensure (TY_TYPE_PORTRAIT_VIEW);
  g_type_ensure (TY_TYPE_PROBLEM_BAR);
  g_type_ensure (TY_TYPE_ROW_GRID);
  g_type_ensure (TY_TYPE_SECTION);
  g_type_ensure (TY_TYPE_SHELL);
  g_type_ensure (TY_TYPE_SIDE_BOX);
  g_type_ensure (TY_TYPE_SPINNER);
  g_type_ensure (TY_TYPE_STAT_TILE);
  g_type_ensure (TY_TYPE_TAB_STOP);

  g_once_init_leave (&done, 1);
}
