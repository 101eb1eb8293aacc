/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-roster-list.h"
#include "ty-window-bench.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The kinds of steps, in the order of their names in ty-window-bench-steps.c. */
typedef enum
{
  TY_WINDOW_BENCH_FIRST,
  TY_WINDOW_BENCH_BACK,
  TY_WINDOW_BENCH_DATE,
  TY_WINDOW_BENCH_SCOPE,
  TY_WINDOW_BENCH_SCROLL,
  TY_WINDOW_BENCH_DRAG,
  TY_WINDOW_BENCH_STEP,
  TY_WINDOW_BENCH_JUMP,
  TY_WINDOW_BENCH_TYPE,
  TY_WINDOW_BENCH_SORT,
  TY_WINDOW_BENCH_FACET,
  TY_WINDOW_BENCH_SELECT,
  TY_WINDOW_BENCH_COPY,
  TY_WINDOW_BENCH_IDLE,
  TY_WINDOW_BENCH_BOARD,
  TY_WINDOW_BENCH_SWITCH,
  TY_WINDOW_BENCH_TURN,
  TY_WINDOW_BENCH_PERSON,
  TY_WINDOW_BENCH_WINDOW,
  TY_WINDOW_BENCH_END,
} TyWindowBenchStep;

typedef struct
{
  /* Owned */
  TyWindow *window;
  JsonBuilder *json;
  GArray *people;   /* (element-type gint64) the first of the roster */
  GPtrArray *pages; /* (element-type utf8) names of those that are gone through */

  gint64 begun;    /* when the step began */
  gint64 framed;   /* when its first frame was drawn, 0 = not yet */
  gint64 painted;  /* when the last frame was */
  double begun_work; /* processor time of this thread when the step began, in ms */
  double work;     /* that at the last frame */
  TyWindowBenchStep step;
  guint number;    /* of the step among its kind */
  guint n_frames;  /* since the step began */
  guint waiting;   /* source that begins the next step, or gives this one up */
  guint tick_id;   /* while frames follow each other */
  guint switches;  /* of all threads, before one rests */
  double memory;   /* before what may leave some behind */
  gint64 unit;     /* another scope */
  gboolean busy;
  gboolean chosen[TY_WINDOW_BENCH_END]; /* which kinds of steps are gone through */
} TyWindowBench;

void          ty_window_bench_choose_pages   (TyWindowBench       *bench,
                                              const char * const  *words);
const char   *ty_window_bench_get_page       (TyWindowBench       *bench,
                                              guint                number);
const char   *ty_window_bench_get_name       (TyWindowBenchStep    step);
const char   *ty_window_bench_get_place      (TyWindowBench       *bench);
guint         ty_window_bench_get_warm_up    (TyWindowBenchStep    step);
gboolean      ty_window_bench_act            (TyWindowBench       *bench);
gboolean      ty_window_bench_goes_by_frames (TyWindowBenchStep    step);
gboolean      ty_window_bench_act_in_frame   (TyWindowBench       *bench);
void          ty_window_bench_show_page      (TyWindowBench       *bench,
                                              const char          *name);
GtkWidget    *ty_window_bench_find_child     (GtkWidget           *widget,
                                              GType                type);
TyRosterList *ty_window_bench_find_list      (TyWindowBench       *bench);

G_END_DECLS
