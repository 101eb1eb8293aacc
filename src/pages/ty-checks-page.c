/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-checks-page"

#include "config.h"

#include "ty-checks-page.h"

#include "ty-check-index.h"
#include "ty-list-fill.h"
#include "ty-office-checks.h"
#include "ty-pinyin.h"
#include "ty-text.h"
#include "ty-typed.h"
#include "ty-widget-action.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* ms: the overview looks at the records too, and what it counts is remembered */
#define COUNT_DELAY 700
/* ms: then what was found so far is shown, and the rest is looked at in the same way */
#define PATIENCE 1000
#define TOLD_EVERY 200 /* ms: how far it is */

/**
 * TyChecksPage:
 *
 * What cannot be right, or is not complete, in the scope at the cut-off date: at the left how much of what, at
 * the right each with the person, the village and what to do. A row leads to the person.
 */
struct _TyChecksPage
{
  TyPage parent_instance;

  /* Template */
  GtkStack *stack;
  GtkStack *list_stack;
  GtkProgressBar *progress_bar;
  GtkProgressBar *rest_bar;
  TyCheckIndex *index;
  GtkSearchEntry *search;
  GtkLabel *count_label;
  GtkListView *view;
  GtkSingleSelection *selection;
  GListStore *entries;

  /* Owned */
  TyCheckReport *report;     /* (nullable) */
  TyCheckProgress *progress; /* (nullable) while nothing is looked at */

  guint telling; /* source that tells how far it is */
};

G_DEFINE_FINAL_TYPE (TyChecksPage, ty_checks_page, TY_TYPE_PAGE)

/* What is listed. */

static gboolean
fits (TyCheckEntry  *entry,
      const char    *folded,
      const TyTyped *typed)
{
  const char *texts[] = { ty_check_entry_get_name (entry), ty_check_entry_get_place (entry),
                          ty_check_entry_get_text (entry) };
  g_autofree char *pinyin = NULL;
  g_autofree char *letters = NULL;
  g_autofree char *initials = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = ty_text_fold (texts[i]);

      if (strstr (text, folded) != NULL)
        return TRUE;
    }
  if (*typed->letters == '\0')
    return FALSE;

  pinyin = ty_pinyin_for_name (texts[0]);
  letters = ty_pinyin_search_key (pinyin);
  initials = ty_pinyin_initials (pinyin);
  return ty_typed_rank (typed, "", letters, initials) != TY_FIT_NONE;
}

static guint
count_chosen (TyChecksPage *self)
{
  guint n = 0;

  for (guint i = 0; i < TY_N_PROBLEM_KINDS; i++)
    if (ty_check_index_matches (self->index, i))
      n += self->report->counts[i];

  return n;
}

/* Of a check with very many not all are listed: the count says so. */
static void
update_count (TyChecksPage *self,
              guint         n)
{
  guint all = count_chosen (self);
  g_autofree char *number = ty_text_format_count (n);
  g_autofree char *total = ty_text_format_count (all);
  g_autofree char *text = NULL;

  if (n == all)
    text = g_strdup_printf (ngettext ("%s finding", "%s findings", n), number);
  else
    /* Translators: how many are listed, and how many there are */
    text = g_strdup_printf (_("%s of %s findings"), number, total);
  gtk_label_set_label (self->count_label, text);
}

static gboolean
is_filtered (TyChecksPage *self)
{
  return *ty_check_index_get_word (self->index) != '\0'
         || *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';
}

static void
list_entries (TyChecksPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *folded = ty_text_fold (text);
  g_auto(TyTyped) typed = { 0 };
  g_autoptr(GPtrArray) shown = g_ptr_array_new ();

  if (self->report == NULL)
    return;

  ty_typed_init (&typed, text);
  for (guint i = 0; i < self->report->entries->len; i++)
    {
      TyCheckEntry *entry = g_ptr_array_index (self->report->entries, i);

      if (ty_check_index_matches (self->index, ty_check_entry_get_kind (entry))
          && (*folded == '\0' || fits (entry, folded, &typed)))
        g_ptr_array_add (shown, entry);
    }
  /* A list that is seen gets its rows by and by. */
  gtk_stack_set_visible_child_name (self->list_stack, shown->len > 0 ? "list" : "nothing");
  ty_list_fill (GTK_WIDGET (self->view), self->entries, shown);
  update_count (self, shown->len);
  ty_widget_action_enable (GTK_WIDGET (self), "checks.clear-filters", is_filtered (self));
}

static void
filter_cb (TyChecksPage *self,
           GtkWidget    *widget)
{
  list_entries (self);
}

/* Beside the entry of the page: what cannot be right. */
static void
tell_errors (TyChecksPage *self)
{
  int n = 0;

  for (guint i = 0; i < TY_N_PROBLEM_KINDS; i++)
    if (ty_problem_kind_get_info (i)->severity == TY_SEVERITY_ERROR)
      n += (int) self->report->counts[i];
  ty_page_set_count (TY_PAGE (self), n > 0 ? n : -1, TY_PAGE_BADGE_LATE);
}

/* Where a check was chosen of which nothing is left, the index falls back to all of them. */
static void
show_report (TyChecksPage *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);

  gboolean whole = ty_check_report_is_whole (self->report);

  ty_check_index_show (self->index, self->report->counts);
  if (whole)
    tell_errors (self);
  gtk_widget_set_visible (GTK_WIDGET (self->rest_bar), !whole);
  gtk_stack_set_visible_child_name (self->stack, ty_check_report_count (self->report) > 0 ? "checks"
                                                 : whole ? "good" : "working");
  list_entries (self);
  if (selected != GTK_INVALID_LIST_POSITION && selected > 0)
    ty_list_fill_up (GTK_WIDGET (self->view));
  if (selected != GTK_INVALID_LIST_POSITION
      && selected < g_list_model_get_n_items (G_LIST_MODEL (self->entries)))
    {
      gtk_single_selection_set_selected (self->selection, selected);
      gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", selected);
    }
}

/* How far it is. */

static gboolean
tell_progress_cb (gpointer user_data)
{
  TyChecksPage *self = TY_CHECKS_PAGE (user_data);
  double fraction = ty_check_progress_get_fraction (self->progress);

  gtk_progress_bar_set_fraction (self->progress_bar, fraction);
  gtk_progress_bar_set_fraction (self->rest_bar, fraction);
  return G_SOURCE_CONTINUE;
}

static void
end_progress (TyChecksPage *self)
{
  g_clear_handle_id (&self->telling, g_source_remove);
  g_clear_pointer (&self->progress, ty_check_progress_unref);
}

/* What is shown stays until there is something else; only the first time there is nothing yet. */
static void
begin_progress (TyChecksPage *self)
{
  end_progress (self);
  self->progress = ty_check_progress_new ();
  if (self->report == NULL)
    gtk_stack_set_visible_child_name (self->stack, "working");
  tell_progress_cb (self);
  self->telling = g_timeout_add (TOLD_EVERY, tell_progress_cb, self);
}

static void ask (TyChecksPage *self,
                 TyOffice     *office,
                 GCancellable *cancellable);

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyCheckReport) report = NULL;
  TyChecksPage *self;

  report = ty_office_list_checks_finish (TY_OFFICE (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_CHECKS_PAGE (user_data);
  if (report != NULL && !ty_check_report_is_whole (report))
    ask (self, TY_OFFICE (source), g_task_get_cancellable (G_TASK (result)));
  else
    {
      ty_page_set_loading (TY_PAGE (self), FALSE);
      end_progress (self);
    }
  if (report == NULL)
    {
      if (self->report == NULL)
        gtk_stack_set_visible_child_name (self->stack, "blank");
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
        ty_page_tell_problem (TY_PAGE (self), error);
      return;
    }

  if (self->report != NULL)
    ty_check_report_reuse (report, self->report);
  g_clear_pointer (&self->report, ty_check_report_free);
  self->report = g_steal_pointer (&report);
  show_report (self);
}

static void
ask (TyChecksPage *self,
     TyOffice     *office,
     GCancellable *cancellable)
{
  ty_office_list_checks_async (office, PATIENCE, self->progress, cancellable, checked_cb, self);
}

static void
ty_checks_page_refresh (TyPage *page)
{
  TyChecksPage *self = TY_CHECKS_PAGE (page);
  GCancellable *cancellable = ty_page_begin (page);

  begin_progress (self);
  ask (self, ty_page_get_office (page), cancellable);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  int n = ty_office_count_errors_finish (TY_OFFICE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* Where there are too many people to look at them unasked, what the page found stays. */
  if (n >= 0)
    ty_page_set_count (TY_PAGE (user_data), n > 0 ? n : -1, TY_PAGE_BADGE_LATE);
}

static void
ty_checks_page_count (TyPage       *page,
                      GCancellable *cancellable)
{
  ty_office_count_errors_async (ty_page_get_office (page), cancellable, counted_cb, page);
}

/* Another file has nothing to do with what was found in this one. */
static void
office_cb (TyChecksPage *self)
{
  g_clear_pointer (&self->report, ty_check_report_free);
  ty_list_fill_up (GTK_WIDGET (self->view));
  g_list_store_remove_all (self->entries);
}

/* The keyboard. */

static void
focus_list (TyChecksPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
ty_checks_page_find (TyPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (TY_CHECKS_PAGE (page)->search));
}

static void
search_activate_cb (TyChecksPage   *self,
                    GtkSearchEntry *search)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->entries)) == 0)
    return;

  gtk_single_selection_set_selected (self->selection, 0);
  focus_list (self);
}

static void
stop_search_cb (TyChecksPage   *self,
                GtkSearchEntry *search)
{
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  focus_list (self);
}

static void
activate_cb (TyChecksPage *self,
             guint         position,
             GtkListView  *view)
{
  g_autoptr(TyCheckEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->entries), position);
  gint64 person = entry != NULL ? ty_check_entry_get_person (entry) : 0;
  gint64 unit = entry != NULL ? ty_check_entry_get_unit (entry) : 0;

  if (person != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-person", "x", person);
  else if (unit != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-village", "x", unit);
}

static void
clear_filters_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  TyChecksPage *self = TY_CHECKS_PAGE (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  ty_check_index_choose (self->index, "");
  list_entries (self);
  focus_list (self);
}

/* Of the severities only what cannot be so is warm. */
static GStrv
format_severity_classes (GtkListItem  *item,
                         TyCheckEntry *entry)
{
  static const char *const classes[TY_N_SEVERITIES] = { "warn", "outline", "neutral" };
  const char *names[] = { "ty-tag", NULL, NULL };

  if (entry != NULL)
    names[1] = classes[ty_check_entry_get_severity (entry)];
  return g_strdupv ((GStrv) names);
}

/* Two records that may be of one person can be merged at once. */
static gboolean
has_twin (GtkListItem  *item,
          TyCheckEntry *entry)
{
  return entry != NULL && ty_check_entry_get_other (entry) != 0;
}

static GVariant *
make_merge_target (GtkListItem  *item,
                   TyCheckEntry *entry)
{
  gint64 person = entry != NULL ? ty_check_entry_get_person (entry) : 0;
  gint64 other = entry != NULL ? ty_check_entry_get_other (entry) : 0;

  return g_variant_ref_sink (g_variant_new ("(xx)", person, other));
}

static void
ty_checks_page_dispose (GObject *object)
{
  TyChecksPage *self = TY_CHECKS_PAGE (object);

  end_progress (self);
  g_clear_pointer (&self->report, ty_check_report_free);

  G_OBJECT_CLASS (ty_checks_page_parent_class)->dispose (object);
}

static gint64
ty_checks_page_get_person (TyPage *page)
{
  TyCheckEntry *entry = gtk_single_selection_get_selected_item (TY_CHECKS_PAGE (page)->selection);

  return entry != NULL ? ty_check_entry_get_person (entry) : 0;
}

static void
ty_checks_page_class_init (TyChecksPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ty_checks_page_dispose;
  TY_PAGE_CLASS (klass)->refresh = ty_checks_page_refresh;
  TY_PAGE_CLASS (klass)->get_person = ty_checks_page_get_person;
  TY_PAGE_CLASS (klass)->find = ty_checks_page_find;
  TY_PAGE_CLASS (klass)->count = ty_checks_page_count;
  TY_PAGE_CLASS (klass)->count_delay = COUNT_DELAY;

  g_type_ensure (TY_TYPE_CHECK_ENTRY);
  g_type_ensure (TY_TYPE_CHECK_INDEX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-checks-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TyChecksPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TyChecksPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, TyChecksPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, TyChecksPage, rest_bar);
  gtk_widget_class_bind_template_child (widget_class, TyChecksPage, index);
  gtk_widget_class_bind_template_child (widget_class, TyChecksPage, search);
  gtk_widget_class_bind_template_child (widget_class, TyChecksPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, TyChecksPage, view);
  gtk_widget_class_bind_template_child (widget_class, TyChecksPage, selection);
  gtk_widget_class_bind_template_child (widget_class, TyChecksPage, entries);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_severity_classes);
  gtk_widget_class_bind_template_callback (widget_class, has_twin);
  gtk_widget_class_bind_template_callback (widget_class, make_merge_target);

  gtk_widget_class_install_action (widget_class, "checks.clear-filters", NULL, clear_filters_action);
}

static void
ty_checks_page_init (TyChecksPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::office", G_CALLBACK (office_cb), NULL);
}

/**
 * ty_checks_page_new:
 * @office: (nullable): from which it reads
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
ty_checks_page_new (TyOffice *office)
{
  return g_object_new (TY_TYPE_CHECKS_PAGE,
                       "page-name", "checks",
                       "title", _("Data checks"),
                       "icon-name", "ty-checks-symbolic",
                       "group", C_("sidebar", "Data"),
                       "office", office,
                       NULL);
}

/**
 * ty_checks_page_get_entries:
 * @self: a page
 *
 * Returns: (transfer none): what is listed, #TyCheckEntry
 */
GListModel *
ty_checks_page_get_entries (TyChecksPage *self)
{
  g_return_val_if_fail (TY_IS_CHECKS_PAGE (self), NULL);

  ty_list_fill_up (GTK_WIDGET (self->view));
  return G_LIST_MODEL (self->entries);
}

/**
 * ty_checks_page_get_chosen:
 * @self: a page
 *
 * Returns: (transfer none): the word of the severity or the check that is listed, the empty text for all
 */
const char *
ty_checks_page_get_chosen (TyChecksPage *self)
{
  g_return_val_if_fail (TY_IS_CHECKS_PAGE (self), NULL);

  return ty_check_index_get_word (self->index);
}

/**
 * ty_checks_page_choose:
 * @self: a page
 * @word: the word of a severity or of a check, or the empty text
 *
 * Lists only what is of it.
 */
void
ty_checks_page_choose (TyChecksPage *self,
                       const char   *word)
{
  g_return_if_fail (TY_IS_CHECKS_PAGE (self));

  ty_check_index_choose (self->index, word);
}
