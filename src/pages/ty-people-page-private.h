/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-column-chooser.h"
#include "ty-condition-bar.h"
#include "ty-facet-bar.h"
#include "ty-office-filters.h"
#include "ty-people-page-list.h"
#include "ty-people-page.h"
#include "ty-roster-growth.h"
#include "ty-roster-preview.h"
#include "ty-roster-selection.h"
#include "ty-roster-sort.h"

G_BEGIN_DECLS

/**
 * TyPeoplePage:
 *
 * The people of a population who meet a condition, as a table. Two pages are of this type: the
 * roster, whose population is chosen, and the departed cadres. What is asked is in ty-people-page.c,
 * what is done with rows in ty-people-page-rows.c, how the table looks in ty-people-page-view.c, and
 * what is counted beside it in ty-people-page-counts.c.
 */
struct _TyPeoplePage
{
  TyPage parent_instance;

  /* Template */
  GtkSearchEntry *search;
  GtkMenuButton *population_button;
  GtkLabel *population_label;
  TyFacetBar *facets;
  TyConditionBar *conditions;
  TyColumnChooser *chooser;
  GtkLabel *count_label;
  GtkMenuButton *filter_button;
  GtkWidget *filter_bar;
  GtkLabel *filter_label;
  GtkBox *sort_box;
  GMenu *own_sorts;
  GtkStack *stack;
  AdwStatusPage *nothing_page;
  GtkColumnView *view;
  GtkWidget *preview_box;
  TyRosterPreview *preview;
  GtkWidget *selection_bar;
  GtkLabel *selected_label;
  GtkWidget *open_button;
  GtkLabel *age_label;
  GtkMenuButton *posts_button;

  /* Owned */
  TyRosterSelection *selection;
  TyRosterList *list;          /* (nullable) */
  TyRosterGrowth *growth;
  GSimpleActionGroup *actions;
  GSimpleAction *preview_action; /* (unowned): one of them */
  GtkEventController *keys;    /* (unowned) (nullable): of the window, while the page is realized */
  GtkWidget *menu;             /* (nullable): of a row; its parent is the page */
  GMenu *values_menu;          /* (nullable): the section of the menu with the values of the person */
  GCancellable *counting;      /* (nullable): of the conditions that are counted */
  GCancellable *faceting;      /* (nullable): of the facet that is counted */
  GCancellable *summing;       /* (nullable): of those who are chosen */
  GCancellable *looking;       /* (nullable): for the values of a person */
  GCancellable *copying;       /* (nullable) */

  TyPopulation *population;    /* (nullable): who must be in it too: of a named list */
  TyPopulation *asked;         /* (nullable): the list and the conditions */
  TyPopulation *asked_filter;  /* (nullable): the conditions of which it was made */
  char *list_name;             /* (nullable): what that list is called */
  GVariant *restoring;         /* (nullable): how it is to look when the people have come */

  TyFilterNode *filter;           /* (nullable): of conditions */
  TyPopulation *filter_population; /* (nullable): whom it asks for */
  TySavedFilter *filter_stored;   /* (nullable): under which name it was saved */
  GPtrArray *filters;             /* (nullable) (element-type TySavedFilter): those of the file */
  GCancellable *filtering;        /* (nullable): of named filters that are read */
  char *filter_name;              /* (nullable): of one that is being saved */

  gint64 filter_id;    /* of the one that is to be shown */
  TyWho who;
  TyCondition condition;
  TyRosterSort sort;
  gboolean held;       /* whether nothing is asked: more is about to change */
  double scroll_to;
  guint scroll_tick;
  guint n_frames;
  gboolean installing;
  gboolean asked_anew; /* what is awaited was asked for here, and is seen from its beginning */
  gboolean reordered;  /* whether only the order of what is awaited is another one */
  gboolean uncounted;  /* whether the numbers beside the list are of another one */
  gboolean of_list;    /* whether it stands beside the named lists */
  gboolean wide;       /* whether there is room for the preview */
  gboolean insisted;   /* whether it was asked for all the same */
  double row_height;   /* in pixels */
  guint wait_id;
  guint count_id;
  guint sum_id;
  guint keep_id;
  guint sort_id;
};

/* ty-people-page.c */
void     ty_people_page_ask             (TyPeoplePage    *self);
void     ty_people_page_ask_order       (TyPeoplePage    *self);
void     ty_people_page_ask_again       (TyPeoplePage    *self);
void     ty_people_page_make_query      (TyPeoplePage    *self,
                                         TyRosterQuery   *query);
void     ty_people_page_update_loading  (TyPeoplePage    *self);

/* ty-people-page-counts.c */
void     ty_people_page_forget_counts   (TyPeoplePage    *self);
void     ty_people_page_count           (TyPeoplePage    *self);
void     ty_people_page_count_all        (TyPage          *page,
                                          GCancellable    *cancellable);
void     ty_people_page_count_facet     (TyPeoplePage    *self,
                                         TyFacetChip     *chip);
void     ty_people_page_stop_counts     (TyPeoplePage    *self);

/* ty-people-page-list.c */
TyPopulation *ty_people_page_get_asked  (TyPeoplePage    *self);

/* ty-people-page-group.c */
void     ty_people_page_add_group_actions (TyPeoplePage  *self);
void     ty_people_page_update_group    (TyPeoplePage    *self);

/* ty-people-page-filter.c */
void     ty_people_page_add_filter_actions (TyPeoplePage *self);
void     ty_people_page_list_filters    (TyPeoplePage    *self);
char    *ty_people_page_save_filter     (TyPeoplePage    *self) G_GNUC_WARN_UNUSED_RESULT;
void     ty_people_page_restore_filter  (TyPeoplePage    *self,
                                         const char      *conditions);
void     ty_people_page_drop_filter     (TyPeoplePage    *self);
void     ty_people_page_describe_filter (TyPeoplePage    *self,
                                         GPtrArray       *lines);
void     ty_people_page_stop_filter     (TyPeoplePage    *self);

/* ty-people-page-own.c */
void     ty_people_page_load_fields     (TyPeoplePage    *self);

/* ty-people-page-place.c */
void     ty_people_page_put_back        (TyPeoplePage    *self);

/* ty-people-page-posts.c */
void     ty_people_page_add_post_actions (TyPeoplePage   *self);

/* ty-people-page-rows.c */
void     ty_people_page_add_row_actions (TyPeoplePage    *self);
void     ty_people_page_update_rows     (TyPeoplePage    *self);
void     ty_people_page_stop_rows       (TyPeoplePage    *self);
gboolean ty_people_page_show_menu       (TyPeoplePage    *self);

/* ty-people-page-view.c */
void     ty_people_page_add_view_actions (TyPeoplePage   *self);
void     ty_people_page_restore_view    (TyPeoplePage    *self);
void     ty_people_page_restore_columns (TyPeoplePage    *self);
void     ty_people_page_set_order       (TyPeoplePage    *self,
                                         const char * const *words);
void     ty_people_page_stop_view       (TyPeoplePage    *self);
/* In ty-people-page-preview.c. */
void     ty_people_page_update_preview  (TyPeoplePage    *self);
void     ty_people_page_watch_room      (TyPeoplePage    *self);
void     ty_people_page_unwatch_room    (TyPeoplePage    *self);
void     ty_people_page_add_preview_action (TyPeoplePage *self);

G_END_DECLS
