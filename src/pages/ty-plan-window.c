/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-plan-window"

#include "config.h"

#include "ty-plan-window.h"

#include "ty-form-guard.h"
#include "ty-office-pairing.h"
#include "ty-plan-item.h"
#include "ty-plan-reasons.h"
#include "ty-plan-row.h"
#include "ty-problem-bar.h"
#include "ty-programme.h"
#include "ty-text.h"
#include "ty-widget-action.h"

#include <glib/gi18n-lib.h>

/**
 * TyPlanWindow:
 *
 * The best assignment for all at once, beside what there is: pair by pair it is accepted or refused, locked and
 * made again, and taken over as one action. That no better assignment exists is proved in every run.
 */
struct _TyPlanWindow
{
  AdwWindow parent_instance;

  /* Template */
  AdwWindowTitle *title;
  GtkButton *apply_button;
  TyProblemBar *problem_bar;
  GtkStack *stack;
  GtkProgressBar *progress_bar;
  GtkDropDown *state_drop;
  GtkLabel *total_label;
  GtkListView *view;
  GtkSingleSelection *selection;
  GtkBox *pane;

  /* Owned */
  TyOffice *office;
  TyPairingPlan *plan;       /* (nullable) */
  GListStore *all;           /* (element-type TyPlanItem) */
  GListStore *items;         /* (element-type TyPlanItem): those that are listed */
  GArray *taken;             /* (element-type TyPairingLock): mentors that the user wants instead */
  TyProgress *progress;      /* (nullable) */
  GCancellable *cancellable; /* (nullable): of what runs */
  char *text;                /* (nullable): what is told when it is done */
  gint64 programme;
};

enum
{
  SIGNAL_SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Which mentees are listed: changes to begin with, since what stays needs no word. */
static const char *const filters[] = {
  N_("Changes"), N_("All mentees"), N_("New pairs"), N_("Other mentors"), N_("Kept pairs"), N_("Left over"),
};

G_DEFINE_FINAL_TYPE (TyPlanWindow, ty_plan_window, ADW_TYPE_WINDOW)

static gboolean
fits (TyPlanItem *item,
      guint       filter)
{
  TyPlanState state = ty_plan_item_get_mentee (item)->state;

  switch (filter)
    {
    case 0:
      return state != TY_PLAN_KEPT;
    case 2:
      return state == TY_PLAN_NEW;
    case 3:
      return state == TY_PLAN_CHANGED;
    case 4:
      return state == TY_PLAN_KEPT;
    case 5:
      return state == TY_PLAN_ALONE;
    default:
      return TRUE;
    }
}

static void
list_items (TyPlanWindow *self)
{
  g_autoptr(GPtrArray) wanted = g_ptr_array_new_with_free_func (g_object_unref);
  guint filter = gtk_drop_down_get_selected (self->state_drop);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->all)); i++)
    {
      g_autoptr(TyPlanItem) item = g_list_model_get_item (G_LIST_MODEL (self->all), i);

      if (fits (item, filter))
        g_ptr_array_add (wanted, g_object_ref (item));
    }
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), wanted->pdata,
                       wanted->len);
}

static GArray *
list_accepted (TyPlanWindow *self)
{
  GArray *mentees = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->all)); i++)
    {
      g_autoptr(TyPlanItem) item = g_list_model_get_item (G_LIST_MODEL (self->all), i);

      if (ty_plan_item_is_accepted (item))
        g_array_append_val (mentees, ty_plan_item_get_mentee (item)->fit.person);
    }
  return mentees;
}

static void
update_actions (TyPlanWindow *self)
{
  g_autoptr(GArray) accepted = list_accepted (self);
  gboolean idle = self->plan != NULL && self->cancellable == NULL;
  g_autofree char *count = ty_text_format_count (accepted->len);
  g_autofree char *label = g_strdup_printf (ngettext ("_Take Over %s Pair", "_Take Over %s Pairs", accepted->len),
                                            count);

  gtk_button_set_label (self->apply_button, label);
  ty_widget_action_enable (GTK_WIDGET (self), "plan.apply",
                           idle && accepted->len > 0 && !ty_office_is_read_only (self->office));
  ty_widget_action_enable (GTK_WIDGET (self), "plan.solve", idle);
}

static void
changed_cb (TyPlanWindow *self)
{
  update_actions (self);
}

static void
show_messages (TyPlanWindow *self)
{
  GPtrArray *messages = ty_pairing_plan_get_messages (self->plan);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < messages->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (messages, i));
  ty_problem_bar_set_message (self->problem_bar, text->len > 0 ? text->str : NULL);
}

static void
show_total (TyPlanWindow *self)
{
  guint alone = ty_pairing_plan_count (self->plan, TY_PLAN_ALONE);
  g_autofree char *total = ty_text_format_count ((guint) MAX (ty_pairing_plan_get_total (self->plan), 0));
  g_autofree char *count = ty_text_format_count (alone);
  /* Translators: the points of all pairs together; it was proved that there is nothing better */
  g_autofree char *proof = ty_pairing_plan_is_proved (self->plan)
                             ? g_strdup_printf (_("%s points in all, verified: no better assignment exists"), total)
                             : g_strdup_printf (_("%s points in all"), total);
  g_autofree char *left = g_strdup_printf (ngettext ("%s left over", "%s left over", alone), count);
  g_autofree char *text = alone > 0 ? g_strdup_printf ("%s　%s", left, proof) : g_strdup (proof);

  gtk_label_set_label (self->total_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->total_label), text);
}

static void
show_plan (TyPlanWindow *self)
{
  GPtrArray *mentees = ty_pairing_plan_get_mentees (self->plan);
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < mentees->len; i++)
    {
      TyPlanItem *item = ty_plan_item_new (self->plan, g_ptr_array_index (mentees, i));

      g_signal_connect_object (item, "notify", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (items, item);
    }
  g_list_store_splice (self->all, 0, g_list_model_get_n_items (G_LIST_MODEL (self->all)), items->pdata, items->len);
  show_messages (self);
  show_total (self);
  list_items (self);
  gtk_stack_set_visible_child_name (self->stack, mentees->len > 0 ? "plan" : "empty");
  update_actions (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
state_cb (TyPlanWindow *self,
          GParamSpec   *pspec,
          GtkDropDown  *drop)
{
  if (self->all != NULL)
    list_items (self);
}

static void
selected_cb (TyPlanWindow       *self,
             GParamSpec         *pspec,
             GtkSingleSelection *selection)
{
  TyPlanItem *item = gtk_single_selection_get_selected_item (selection);

  if (self->plan != NULL)
    ty_plan_reasons_fill (self->pane, self->plan, item != NULL ? ty_plan_item_get_mentee (item) : NULL);
}

/* The plan is made. */

static void
progress_cb (guint    n_done,
             guint    n_all,
             gpointer data)
{
  TyPlanWindow *self = TY_PLAN_WINDOW (data);

  if (self->progress_bar != NULL)
    gtk_progress_bar_set_fraction (self->progress_bar, n_all > 0 ? (double) n_done / n_all : 0);
}

static void
begin (TyPlanWindow *self)
{
  ty_problem_bar_set_message (self->problem_bar, NULL);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_stack_set_visible_child_name (self->stack, "busy");
  self->cancellable = g_cancellable_new ();
  self->progress = ty_progress_new (progress_cb, self);
  update_actions (self);
}

static void
end (TyPlanWindow *self)
{
  if (self->progress != NULL)
    ty_progress_end (self->progress);
  g_clear_pointer (&self->progress, ty_progress_unref);
  g_clear_object (&self->cancellable);
}

static void
fail (TyPlanWindow *self,
      const GError *error)
{
  ty_problem_bar_set_message (self->problem_bar, error->message);
  gtk_stack_set_visible_child_name (self->stack, self->plan != NULL ? "plan" : "empty");
  update_actions (self);
}

static void
planned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(TyPlanWindow) self = TY_PLAN_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  TyPairingPlan *plan = ty_office_plan_pairings_finish (TY_OFFICE (source), result, &error);

  end (self);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (plan == NULL)
    {
      fail (self, error);
      return;
    }

  self->plan = plan;
  show_plan (self);
  ty_form_guard_settle (GTK_WINDOW (self));
}

static void
make_plan (TyPlanWindow *self)
{
  begin (self);
  ty_office_plan_pairings_async (self->office, self->programme, NULL, 0, self->progress, self->cancellable,
                                 planned_cb, g_object_ref (self));
}

static void
solved_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TyPlanWindow) self = TY_PLAN_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  gboolean solved = ty_office_solve_pairings_finish (TY_OFFICE (source), result, &error);

  end (self);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (!solved)
    {
      fail (self, error);
      return;
    }

  show_plan (self);
}

/* A pair that is locked stays; a mentor who was taken instead is a lock, too. */
static GArray *
list_locks (TyPlanWindow *self)
{
  GArray *locks = g_array_new (FALSE, FALSE, sizeof (TyPairingLock));

  g_array_append_vals (locks, self->taken->data, self->taken->len);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->all)); i++)
    {
      g_autoptr(TyPlanItem) item = g_list_model_get_item (G_LIST_MODEL (self->all), i);
      const TyPlanMentee *mentee = ty_plan_item_get_mentee (item);
      gboolean known = FALSE;

      for (guint j = 0; j < self->taken->len; j++)
        known = known || g_array_index (self->taken, TyPairingLock, j).mentee == mentee->fit.person;
      if (!known && ty_plan_item_is_locked (item) && mentee->mentor != NULL)
        g_array_append_vals (locks, &(TyPairingLock){ mentee->fit.person, mentee->mentor->fit.person }, 1);
    }
  return locks;
}

/* While the plan is made again nobody may look at it: the rows and the pane have nothing of it. */
static void
solve (TyPlanWindow *self)
{
  g_autoptr(GArray) locks = list_locks (self);

  g_list_store_remove_all (self->items);
  g_list_store_remove_all (self->all);
  ty_plan_reasons_fill (self->pane, self->plan, NULL);
  begin (self);
  ty_office_solve_pairings_async (self->office, self->plan, (const TyPairingLock *) locks->data, locks->len,
                                  self->progress, self->cancellable, solved_cb, g_object_ref (self));
}

static void
solve_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  TyPlanWindow *self = TY_PLAN_WINDOW (widget);

  if (self->plan != NULL && self->cancellable == NULL)
    solve (self);
}

static void
take_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TyPlanWindow *self = TY_PLAN_WINDOW (widget);
  TyPairingLock lock;

  if (self->plan == NULL || self->cancellable != NULL)
    return;
  g_variant_get (parameter, "(xx)", &lock.mentee, &lock.mentor);
  for (guint i = 0; i < self->taken->len; i++)
    if (g_array_index (self->taken, TyPairingLock, i).mentee == lock.mentee)
      g_array_remove_index (self->taken, i--);
  g_array_append_val (self->taken, lock);
  solve (self);
}

/* It is taken over. */

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(TyPlanWindow) self = TY_PLAN_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  gboolean changed;
  gboolean done = ty_office_apply_pairings_finish (TY_OFFICE (source), result, &changed, &error);

  g_clear_object (&self->cancellable);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (!done)
    {
      fail (self, error);
      return;
    }

  if (changed)
    g_signal_emit (self, signals[SIGNAL_SAVED], 0, self->text);
  ty_form_guard_close (GTK_WINDOW (self));
}

static void
apply_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  TyPlanWindow *self = TY_PLAN_WINDOW (widget);
  g_autoptr(GArray) mentees = list_accepted (self);
  g_autofree char *count = ty_text_format_count (mentees->len);

  if (mentees->len == 0 || self->cancellable != NULL)
    return;

  g_free (self->text);
  self->text = g_strdup_printf (ngettext ("%s pair of the plan is proposed.", "%s pairs of the plan are proposed.",
                                          mentees->len), count);
  self->cancellable = g_cancellable_new ();
  update_actions (self);
  ty_office_apply_pairings_async (self->office, self->plan, (const gint64 *) mentees->data, mentees->len,
                                  self->cancellable, applied_cb, g_object_ref (self));
}

/* What runs is stopped when the window goes. */
static void
cancel_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item)
{
  gtk_list_item_set_child (item, ty_plan_row_new ());
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item)
{
  ty_plan_row_set_item (TY_PLAN_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem        *item)
{
  ty_plan_row_set_item (TY_PLAN_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
ty_plan_window_dispose (GObject *object)
{
  TyPlanWindow *self = TY_PLAN_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  end (self);
  if (self->selection != NULL)
    gtk_single_selection_set_model (self->selection, NULL);
  g_clear_object (&self->items);
  g_clear_object (&self->all);
  g_clear_object (&self->office);
  self->progress_bar = NULL;

  G_OBJECT_CLASS (ty_plan_window_parent_class)->dispose (object);
}

static void
ty_plan_window_finalize (GObject *object)
{
  TyPlanWindow *self = TY_PLAN_WINDOW (object);

  g_clear_pointer (&self->plan, ty_pairing_plan_unref);
  g_array_unref (self->taken);
  g_free (self->text);

  G_OBJECT_CLASS (ty_plan_window_parent_class)->finalize (object);
}

static void
ty_plan_window_class_init (TyPlanWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ty_plan_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ty_plan_window_finalize;

  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/touyan/Touyan/ui/pages/ty-plan-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TyPlanWindow, title);
  gtk_widget_class_bind_template_child (widget_class, TyPlanWindow, apply_button);
  gtk_widget_class_bind_template_child (widget_class, TyPlanWindow, problem_bar);
  gtk_widget_class_bind_template_child (widget_class, TyPlanWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TyPlanWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, TyPlanWindow, state_drop);
  gtk_widget_class_bind_template_child (widget_class, TyPlanWindow, total_label);
  gtk_widget_class_bind_template_child (widget_class, TyPlanWindow, view);
  gtk_widget_class_bind_template_child (widget_class, TyPlanWindow, selection);
  gtk_widget_class_bind_template_child (widget_class, TyPlanWindow, pane);
  gtk_widget_class_bind_template_callback (widget_class, state_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_install_action (widget_class, "plan.apply", NULL, apply_action);
  gtk_widget_class_install_action (widget_class, "plan.solve", NULL, solve_action);
  gtk_widget_class_install_action (widget_class, "plan.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "plan.take", "(xx)", take_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "plan.cancel", NULL);
}

/* What is decided about the pairs; which of them are shown is only looked at. */
static void
add_state (GtkWindow *window,
           GString   *state)
{
  TyPlanWindow *self = TY_PLAN_WINDOW (window);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->all)); i++)
    {
      g_autoptr(TyPlanItem) item = g_list_model_get_item (G_LIST_MODEL (self->all), i);

      g_string_append_printf (state, "%d%d ", ty_plan_item_is_accepted (item), ty_plan_item_is_locked (item));
    }
}

static void
ty_plan_window_init (TyPlanWindow *self)
{
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->taken = g_array_new (FALSE, FALSE, sizeof (TyPairingLock));
  gtk_widget_init_template (GTK_WIDGET (self));
  ty_form_guard_watch_with (GTK_WINDOW (self), add_state);
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    gtk_string_list_append (labels, _(filters[i]));
  gtk_drop_down_set_model (self->state_drop, G_LIST_MODEL (labels));
  self->all = g_list_store_new (TY_TYPE_PLAN_ITEM);
  self->items = g_list_store_new (TY_TYPE_PLAN_ITEM);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->items));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->view, factory);
}

/**
 * ty_plan_window_new:
 * @parent: (nullable): the window that it belongs to
 * @office: an open office
 * @programme: a programme
 *
 * Returns: (transfer floating): a window that finds the best assignment at the cut-off date in the scope
 */
GtkWidget *
ty_plan_window_new (GtkWindow *parent,
                    TyOffice  *office,
                    TyRecord  *programme)
{
  TyPlanWindow *self = g_object_new (TY_TYPE_PLAN_WINDOW, "transient-for", parent, NULL);

  self->office = g_object_ref (office);
  self->programme = ty_record_get_integer (programme, TY_PROGRAMME_ID);
  adw_window_title_set_subtitle (self->title, ty_record_get_text (programme, TY_PROGRAMME_NAME));
  make_plan (self);
  return GTK_WIDGET (self);
}

/**
 * ty_plan_window_is_ready:
 * @self: a window
 *
 * Returns: whether the plan is made
 */
gboolean
ty_plan_window_is_ready (TyPlanWindow *self)
{
  g_return_val_if_fail (TY_IS_PLAN_WINDOW (self), FALSE);

  return self->plan != NULL && self->cancellable == NULL;
}

/**
 * ty_plan_window_get_items:
 * @self: a window
 *
 * Returns: (transfer none): what is listed, #TyPlanItem
 */
GListModel *
ty_plan_window_get_items (TyPlanWindow *self)
{
  g_return_val_if_fail (TY_IS_PLAN_WINDOW (self), NULL);

  return G_LIST_MODEL (self->items);
}
