/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-widgets"

#include "config.h"

#include "ty-widgets.h"

#include "ty-as-of-button.h"
#include "ty-bars-view.h"
#include "ty-board-grid.h"
#include "ty-busy-bar.h"
#include "ty-chart-view.h"
#include "ty-chip.h"
#include "ty-columns-box.h"
#include "ty-crop-view.h"
#include "ty-fact-grid.h"
#include "ty-file-row.h"
#include "ty-filter-button.h"
#include "ty-pair-card.h"
#include "ty-grid-view.h"
#include "ty-pick-row.h"
#include "ty-layout-columns.h"
#include "ty-portrait-view.h"
#include "ty-problem-bar.h"
#include "ty-ring.h"
#include "ty-row-grid.h"
#include "ty-seat-view.h"
#include "ty-section.h"
#include "ty-shell.h"
#include "ty-side-box.h"
#include "ty-spinner.h"
#include "ty-stat-tile.h"
#include "ty-trend-view.h"
#include "ty-tag.h"
#include "ty-time-line-view.h"
#include "ty-tab-stop.h"
#include "ty-widgets-resources.h"
#include "ty-wrap-box.h"

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
  g_type_ensure (TY_TYPE_BARS_VIEW);
  g_type_ensure (TY_TYPE_BOARD_GRID);
  g_type_ensure (TY_TYPE_BUSY_BAR);
  g_type_ensure (TY_TYPE_CHART_VIEW);
  g_type_ensure (TY_TYPE_CHIP);
  g_type_ensure (TY_TYPE_COLUMNS_BOX);
  g_type_ensure (TY_TYPE_CROP_VIEW);
  g_type_ensure (TY_TYPE_FACT_GRID);
  g_type_ensure (TY_TYPE_FILE_ROW);
  g_type_ensure (TY_TYPE_FILTER_BUTTON);
  g_type_ensure (TY_TYPE_PAIR_CARD);
  g_type_ensure (TY_TYPE_GRID_VIEW);
  g_type_ensure (TY_TYPE_PICK_ROW);
  g_type_ensure (TY_TYPE_LAYOUT_COLUMNS);
  g_type_ensure (TY_TYPE_PORTRAIT_VIEW);
  g_type_ensure (TY_TYPE_PROBLEM_BAR);
  g_type_ensure (TY_TYPE_RING);
  g_type_ensure (TY_TYPE_ROW_GRID);
  g_type_ensure (TY_TYPE_SEAT_VIEW);
  g_type_ensure (TY_TYPE_SECTION);
  g_type_ensure (TY_TYPE_SHELL);
  g_type_ensure (TY_TYPE_SIDE_BOX);
  g_type_ensure (TY_TYPE_SPINNER);
  g_type_ensure (TY_TYPE_STAT_TILE);
  g_type_ensure (TY_TYPE_TREND_VIEW);
  g_type_ensure (TY_TYPE_TAG);
  g_type_ensure (TY_TYPE_TIME_LINE_VIEW);
  g_type_ensure (TY_TYPE_WRAP_BOX);
  g_type_ensure (TY_TYPE_TAB_STOP);

  g_once_init_leave (&done, 1);
}
