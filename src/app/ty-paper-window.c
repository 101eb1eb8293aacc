/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-paper-window"

#include "config.h"

#include "ty-paper-window-private.h"

#include "ty-form-print.h"
#include "ty-office-paper.h"
#include "ty-settings.h"
#include "ty-widget-action.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Of how many people the preview is: what is printed are all. */
#define MOST_SHOWN 20

/* Around the page in the preview, in pixels. */
#define SHADOW 1.0

#define LEAST_ZOOM 0.4
#define MOST_ZOOM 6.0

/**
 * TyPaperWindow:
 *
 * Forms on paper: which one, of whom, how they look, and out to a printer or a PDF. The signal “saved” (text,
 * path) comes when a PDF was written, and “printed” (text) when the paper is on its way.
 */
guint ty_paper_window_signals[TY_PAPER_N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyPaperWindow, ty_paper_window, ADW_TYPE_WINDOW)

static guint
get_n_pages (TyPaperWindow *self)
{
  return self->forms != NULL ? ty_form_set_get_n_pages (self->forms) : 0;
}

gboolean
ty_paper_window_is_blank (TyPaperWindow *self)
{
  return gtk_switch_get_active (self->blank_switch);
}

static void
update_actions (TyPaperWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  guint n = get_n_pages (self);

  ty_widget_action_enable (widget, "paper.previous", self->page > 0);
  ty_widget_action_enable (widget, "paper.next", self->page + 1 < n);
  ty_widget_action_enable (widget, "paper.zoom-in", n > 0 && self->zoom < MOST_ZOOM);
  ty_widget_action_enable (widget, "paper.zoom-out", n > 0 && (self->zoom == 0 || self->zoom > LEAST_ZOOM));
  ty_widget_action_enable (widget, "paper.zoom-fit", n > 0 && self->zoom > 0);
  ty_widget_action_enable (widget, "paper.print", n > 0 && !self->busy);
  ty_widget_action_enable (widget, "paper.save", n > 0 && !self->busy);
}

static void
update_page_label (TyPaperWindow *self)
{
  guint n = get_n_pages (self);
  g_autofree char *text = NULL;

  if (n == 0)
    text = g_strdup ("");
  else if (ty_paper_window_is_blank (self) || self->people->len <= MOST_SHOWN)
    text = g_strdup_printf (_("Page %u of %u"), self->page + 1, n);
  else
    /* Translators: page, pages, how many people are shown, how many there are */
    text = g_strdup_printf (_("Page %u of %u; the preview shows the first %u of %u people"), self->page + 1, n,
                            MOST_SHOWN, self->people->len);
  gtk_label_set_label (self->page_label, text);
}

static void
update_remarks (TyPaperWindow *self)
{
  g_autofree char *text = self->forms != NULL ? ty_form_set_dup_remarks (self->forms) : g_strdup ("");

  if (strcmp (text, gtk_label_get_label (self->remarks_label)) == 0)
    return;

  gtk_label_set_label (self->remarks_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->remarks_label), text);
  gtk_widget_set_visible (GTK_WIDGET (self->remarks_label), *text != '\0');
}

static gboolean
remarks_cb (gpointer user_data)
{
  TyPaperWindow *self = TY_PAPER_WINDOW (user_data);

  self->remarks_id = 0;
  update_remarks (self);
  return G_SOURCE_REMOVE;
}

/* Which fonts stand in, and which photo is none, is known when a page was drawn; but nothing may be changed
 * while that is done. */
static void
update_remarks_later (TyPaperWindow *self)
{
  if (self->remarks_id == 0)
    self->remarks_id = g_idle_add (remarks_cb, self);
}

/* A whole page takes the room that there is; a larger one says how large it is and is scrolled. */
static void
update_area (TyPaperWindow *self)
{
  GtkAlign align = self->zoom > 0 ? GTK_ALIGN_CENTER : GTK_ALIGN_FILL;
  double width = 0, height = 0;

  if (self->zoom > 0 && get_n_pages (self) > 0)
    ty_form_set_get_page_size (self->forms, self->page, &width, &height);
  gtk_widget_set_halign (GTK_WIDGET (self->area), align);
  gtk_widget_set_valign (GTK_WIDGET (self->area), align);
  gtk_drawing_area_set_content_width (self->area, (int) ceil (width * self->zoom));
  gtk_drawing_area_set_content_height (self->area, (int) ceil (height * self->zoom));
  gtk_widget_queue_draw (GTK_WIDGET (self->area));
}

static void
update (TyPaperWindow *self)
{
  update_actions (self);
  update_page_label (self);
  update_remarks (self);
  update_area (self);
}

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        user_data)
{
  TyPaperWindow *self = TY_PAPER_WINDOW (user_data);
  double page_width, page_height, scale;

  if (get_n_pages (self) == 0)
    return;
  ty_form_set_get_page_size (self->forms, self->page, &page_width, &page_height);
  scale = MIN ((width - 2 * SHADOW) / page_width, (height - 2 * SHADOW) / page_height);
  if (scale <= 0)
    return;

  cairo_translate (cr, floor ((width - page_width * scale) / 2), floor ((height - page_height * scale) / 2));
  cairo_scale (cr, scale, scale);
  cairo_rectangle (cr, -SHADOW / scale, -SHADOW / scale, page_width + 2 * SHADOW / scale,
                   page_height + 2 * SHADOW / scale);
  cairo_set_source_rgb (cr, 0.6, 0.6, 0.6);
  cairo_fill (cr);
  cairo_rectangle (cr, 0, 0, page_width, page_height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill (cr);
  ty_form_set_draw_page (self->forms, self->page, cr);
  update_remarks_later (self);
}

static void
show_forms (TyPaperWindow *self,
            GPtrArray     *values)
{
  g_clear_pointer (&self->forms, ty_form_set_free);
  if (values->len > 0)
    self->forms = ty_form_set_new (self->template, values);
  else
    g_ptr_array_unref (values);
  self->page = MIN (self->page, MAX (get_n_pages (self), 1) - 1);
  update (self);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *values = ty_office_load_paper_finish (TY_OFFICE (source), result, &error);
  TyPaperWindow *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_PAPER_WINDOW (user_data);
  ty_problem_bar_set_message (self->problem_bar, error != NULL ? error->message : NULL);
  self->seen = self->seen || values != NULL;
  if (values != NULL)
    show_forms (self, values);
  else
    {
      g_clear_pointer (&self->forms, ty_form_set_free);
      update (self);
    }
}

static GPtrArray *
make_blank (void)
{
  GPtrArray *values = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_form_values_free);

  g_ptr_array_add (values, ty_form_values_new ());
  return values;
}

static GArray *
list_shown (TyPaperWindow *self)
{
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_vals (shown, self->people->data, MIN (self->people->len, MOST_SHOWN));
  return shown;
}

static void
reload (TyPaperWindow *self)
{
  g_autoptr(GArray) shown = list_shown (self);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->template == NULL || self->office == NULL)
    return;
  if (ty_paper_window_is_blank (self))
    {
      ty_problem_bar_set_message (self->problem_bar, NULL);
      show_forms (self, make_blank ());
      return;
    }
  self->cancellable = g_cancellable_new ();
  ty_office_load_paper_async (self->office, self->template, shown,
                              self->seen ? TY_PAPER_SHOWN_AGAIN : TY_PAPER_SHOWN, self->cancellable, loaded_cb,
                              self);
}

static const char *
get_form (GtkListBoxRow *row)
{
  return ty_form_template_list_shipped ()[gtk_list_box_row_get_index (row)];
}

static void
form_selected_cb (TyPaperWindow *self,
                  GtkListBoxRow *row)
{
  if (row == NULL)
    return;

  g_clear_pointer (&self->template, ty_form_template_unref);
  self->template = ty_form_template_get_shipped_in (get_form (row), gtk_switch_get_active (self->traditional_switch),
                                                    NULL);
  self->page = 0;
  if (self->template != NULL)
    ty_paper_save_set_template (self->save, self->template);
  g_settings_set_string (ty_settings_get (), self->form_key, get_form (row));
  reload (self);
}

static void
traditional_cb (TyPaperWindow *self)
{
  g_settings_set_boolean (ty_settings_get (), "paper-traditional", gtk_switch_get_active (self->traditional_switch));
  form_selected_cb (self, gtk_list_box_get_selected_row (self->forms_list));
}

static void
blank_cb (TyPaperWindow *self)
{
  self->page = 0;
  reload (self);
}

static void
go (TyPaperWindow *self,
    int            by)
{
  self->page = (guint) CLAMP ((int) self->page + by, 0, MAX ((int) get_n_pages (self), 1) - 1);
  update (self);
}

static void
previous_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  go (TY_PAPER_WINDOW (widget), -1);
}

static void
next_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  go (TY_PAPER_WINDOW (widget), 1);
}

/* The scale at which a whole page is seen now. */
static double
get_scale (TyPaperWindow *self)
{
  double width, height;

  if (self->zoom > 0)
    return self->zoom;

  ty_form_set_get_page_size (self->forms, self->page, &width, &height);
  return CLAMP (MIN (gtk_widget_get_width (GTK_WIDGET (self->area)) / width,
                     gtk_widget_get_height (GTK_WIDGET (self->area)) / height), LEAST_ZOOM, MOST_ZOOM);
}

static void
set_zoom (TyPaperWindow *self,
          double         zoom)
{
  self->zoom = zoom > 0 ? CLAMP (zoom, LEAST_ZOOM, MOST_ZOOM) : 0;
  update (self);
}

static void
zoom_in_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  set_zoom (TY_PAPER_WINDOW (widget), get_scale (TY_PAPER_WINDOW (widget)) * 1.25);
}

static void
zoom_out_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  set_zoom (TY_PAPER_WINDOW (widget), get_scale (TY_PAPER_WINDOW (widget)) / 1.25);
}

static void
zoom_fit_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  set_zoom (TY_PAPER_WINDOW (widget), 0);
}

void
ty_paper_window_set_busy (TyPaperWindow *self,
                          gboolean       busy)
{
  self->busy = busy;
  update_actions (self);
}

static void
run_print (TyPaperWindow *self,
           GPtrArray     *values)
{
  TyFormSet *forms = ty_form_set_new (self->template, values);
  g_autoptr(GtkPrintOperation) operation = NULL;
  g_autoptr(GError) error = NULL;
  GtkPrintOperationResult result;

  operation = ty_form_print_operation_new (forms, ty_form_template_get_title (self->template),
                                           gtk_drop_down_get_selected (self->sides_drop),
                                           gtk_spin_button_get_value (self->right_spin),
                                           gtk_spin_button_get_value (self->down_spin));
  result = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self),
                                    &error);
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    ty_problem_bar_set_message (self->problem_bar, error->message);
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    g_signal_emit (self, ty_paper_window_signals[TY_PAPER_SIGNAL_PRINTED], 0, _("The forms are being printed"));
}

static void
print_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(TyPaperWindow) self = TY_PAPER_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) values = ty_office_load_paper_finish (TY_OFFICE (source), result, &error);

  /* The window was closed. */
  if (self->template == NULL)
    return;

  ty_paper_window_set_busy (self, FALSE);
  if (values == NULL)
    ty_problem_bar_set_message (self->problem_bar, error->message);
  else
    run_print (self, g_steal_pointer (&values));
}

static void
print_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  TyPaperWindow *self = TY_PAPER_WINDOW (widget);

  g_settings_set_double (ty_settings_get (), "paper-right", gtk_spin_button_get_value (self->right_spin));
  g_settings_set_double (ty_settings_get (), "paper-down", gtk_spin_button_get_value (self->down_spin));
  if (ty_paper_window_is_blank (self))
    {
      run_print (self, make_blank ());
      return;
    }
  ty_paper_window_set_busy (self, TRUE);
  ty_office_load_paper_async (self->office, self->template, self->people, TY_PAPER_PRINTED, NULL,
                              print_loaded_cb, g_object_ref (self));
}

static void
add_forms (TyPaperWindow *self)
{
  const char * const *ids = ty_form_template_list_shipped ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr(TyFormTemplate) template = ty_form_template_get_shipped (ids[i], NULL);
      GtkWidget *label = gtk_label_new (ty_form_template_get_name (template));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_list_box_append (self->forms_list, label);
    }
}

/* The list follows the focus, but only once it knows where its rows are. */
static gboolean
reveal_form_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (TY_PAPER_WINDOW (widget)->forms_list);

  if (row == NULL)
    return G_SOURCE_REMOVE;
  if (gtk_widget_get_height (GTK_WIDGET (row)) == 0)
    return G_SOURCE_CONTINUE;

  gtk_widget_grab_focus (GTK_WIDGET (row));
  return G_SOURCE_REMOVE;
}

/* The form that was chosen the last time is seen, wherever it stands in the list. */
static void
ty_paper_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ty_paper_window_parent_class)->map (widget);
  gtk_widget_add_tick_callback (widget, reveal_form_cb, NULL, NULL);
}

static void
ty_paper_window_dispose (GObject *object)
{
  TyPaperWindow *self = TY_PAPER_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (self->saving != NULL)
    g_cancellable_cancel (self->saving);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->remarks_id, g_source_remove);
  g_clear_pointer (&self->template, ty_form_template_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), TY_TYPE_PAPER_WINDOW);
  g_clear_pointer (&self->forms, ty_form_set_free);
  g_clear_pointer (&self->people, g_array_unref);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (ty_paper_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "paper.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "paper.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "paper.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (widget_class, "paper.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_action (widget_class, "paper.zoom-fit", NULL, zoom_fit_action);
  gtk_widget_class_install_action (widget_class, "paper.print", NULL, print_action);
  ty_paper_window_install_save (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "paper.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "paper.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "paper.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK, "paper.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "paper.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, GDK_CONTROL_MASK, "paper.zoom-fit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "paper.print", NULL);
}

static void
ty_paper_window_class_init (TyPaperWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ty_paper_window_dispose;
  widget_class->map = ty_paper_window_map;

  ty_paper_window_signals[TY_PAPER_SIGNAL_SAVED] = g_signal_new ("saved", TY_TYPE_PAPER_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  ty_paper_window_signals[TY_PAPER_SIGNAL_PRINTED] = g_signal_new ("printed", TY_TYPE_PAPER_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/app/ty-paper-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TyPaperWindow, problem_bar);
  gtk_widget_class_bind_template_child (widget_class, TyPaperWindow, save);
  gtk_widget_class_bind_template_child (widget_class, TyPaperWindow, progress_box);
  gtk_widget_class_bind_template_child (widget_class, TyPaperWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, TyPaperWindow, forms_list);
  gtk_widget_class_bind_template_child (widget_class, TyPaperWindow, blank_switch);
  gtk_widget_class_bind_template_child (widget_class, TyPaperWindow, sides_drop);
  gtk_widget_class_bind_template_child (widget_class, TyPaperWindow, right_spin);
  gtk_widget_class_bind_template_child (widget_class, TyPaperWindow, down_spin);
  gtk_widget_class_bind_template_child (widget_class, TyPaperWindow, area);
  gtk_widget_class_bind_template_child (widget_class, TyPaperWindow, scrolled);
  gtk_widget_class_bind_template_child (widget_class, TyPaperWindow, remarks_label);
  gtk_widget_class_bind_template_child (widget_class, TyPaperWindow, page_label);
  gtk_widget_class_bind_template_callback (widget_class, form_selected_cb);
  gtk_widget_class_bind_template_child (widget_class, TyPaperWindow, traditional_switch);
  gtk_widget_class_bind_template_callback (widget_class, blank_cb);
  gtk_widget_class_bind_template_callback (widget_class, traditional_cb);
  install_actions (widget_class);
}

static void
ty_paper_window_init (TyPaperWindow *self)
{
  g_type_ensure (TY_TYPE_PAPER_SAVE);
  g_type_ensure (TY_TYPE_PROBLEM_BAR);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_switch_set_active (self->traditional_switch, g_settings_get_boolean (ty_settings_get (), "paper-traditional"));
  gtk_drawing_area_set_draw_func (self->area, draw_cb, self, NULL);
  gtk_spin_button_set_value (self->right_spin, g_settings_get_double (ty_settings_get (), "paper-right"));
  gtk_spin_button_set_value (self->down_spin, g_settings_get_double (ty_settings_get (), "paper-down"));
  add_forms (self);
  update_actions (self);
}

static TyPaperWindow *
create (GtkWindow  *parent,
        TyOffice   *office,
        GArray     *people,
        const char *form_key)
{
  TyPaperWindow *self = g_object_new (TY_TYPE_PAPER_WINDOW, "transient-for", parent, NULL);
  g_autofree char *form = g_settings_get_string (ty_settings_get (), form_key);

  self->office = g_object_ref (office);
  self->form_key = form_key;
  if (people != NULL)
    g_array_append_vals (self->people, people->data, people->len);
  gtk_switch_set_active (self->blank_switch, self->people->len == 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->blank_switch), self->people->len > 0);
  ty_paper_window_show_form (self, form);
  return self;
}

/**
 * ty_paper_window_new:
 * @parent: the window that asks
 * @office: whose people
 * @people: (nullable) (element-type gint64): their keys; nobody = blank forms
 *
 * Returns: (transfer none): the dialog, with the form that was chosen the last time
 */
TyPaperWindow *
ty_paper_window_new (GtkWindow *parent,
                     TyOffice  *office,
                     GArray    *people)
{
  return create (parent, office, people, "paper-form");
}

/**
 * ty_paper_window_new_of_pairings:
 * @parent: the window that asks
 * @office: whose people
 * @people: (nullable) (element-type gint64): keys of mentors and mentees; nobody = blank forms
 *
 * Returns: (transfer none): the dialog, with the form of a pairing that was chosen the last time
 */
TyPaperWindow *
ty_paper_window_new_of_pairings (GtkWindow *parent,
                                 TyOffice  *office,
                                 GArray    *people)
{
  return create (parent, office, people, "paper-pairing-form");
}

/**
 * ty_paper_window_show_form:
 * @self: a dialog
 * @id: the word of a form; of one that is not known the first is shown
 *
 * Shows a form as if it had been chosen.
 */
void
ty_paper_window_show_form (TyPaperWindow *self,
                           const char    *id)
{
  const char * const *ids = ty_form_template_list_shipped ();
  int index = 0;

  for (int i = 0; ids[i] != NULL; i++)
    if (strcmp (ids[i], id) == 0)
      index = i;
  gtk_list_box_select_row (self->forms_list, gtk_list_box_get_row_at_index (self->forms_list, index));
}

/**
 * ty_paper_window_get_n_pages:
 * @self: a dialog
 *
 * Returns: how many pages the preview has; 0 until it was read
 */
guint
ty_paper_window_get_n_pages (TyPaperWindow *self)
{
  return get_n_pages (self);
}

/**
 * ty_paper_window_is_busy:
 * @self: a dialog
 *
 * Returns: whether forms are on their way to a printer or a file
 */
gboolean
ty_paper_window_is_busy (TyPaperWindow *self)
{
  return self->busy;
}
