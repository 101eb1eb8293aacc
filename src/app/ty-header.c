/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-header"

#include "config.h"

#include "ty-header.h"

#include "ty-as-of-button.h"
#include "ty-office-units.h"
#include "ty-scope-button.h"
#include "ty-search-button.h"
#include "ty-text-scale.h"

#include <glib/gi18n-lib.h>

#define LEAST_SEARCH 140 /* pixels, of the words of the search, with text of the usual size */
#define SLACK 4          /* pixels that are to be left where something comes back */
#define N_STEPS 3        /* that make room */

/**
 * TyHeader:
 *
 * The header bar above the pages: back and forward, the title, the search, the scope, the cut-off date, undo
 * and redo. What it shows of the office is bound to it.
 *
 * Titles, the scope and the date stay whole: where there is no room for all, first the search becomes an icon,
 * then the words of scope and date go, and at last their icons. It is looked at with the longest title that is
 * known, so that nothing moves from page to page.
 */
struct _TyHeader
{
  AdwBin parent_instance;

  /* Template */
  TyAsOfButton *as_of_button;
  TyScopeButton *scope_button;
  TySearchButton *search_button;
  GtkLabel *title_label;
  GtkWidget *trail_box;

  /* Owned */
  GPtrArray *titles;         /* (element-type utf8): for which there is to be room */
  TyOffice *office;          /* (nullable) */
  GBindingGroup *bindings;
  GSignalGroup *signals;
  GCancellable *cancellable; /* (nullable) */
  char *title;
  char *trail; /* (nullable) */
  gboolean folded;
  guint n_left_out; /* how many of the steps were taken that make room */
};

typedef enum
{
  PROP_OFFICE = 1,
  PROP_TITLE,
  PROP_TRAIL,
  PROP_FOLDED,
  PROP_TOPICS,
} TyHeaderProps;

static GParamSpec *properties[PROP_TOPICS + 1];

G_DEFINE_FINAL_TYPE (TyHeader, ty_header, ADW_TYPE_BIN)

static char *
format_undo (TyHeader   *self,
             const char *label)
{
  return label != NULL ? g_strdup_printf (_("Undo: %s"), label) : g_strdup (_("Nothing to undo"));
}

static char *
format_redo (TyHeader   *self,
             const char *label)
{
  return label != NULL ? g_strdup_printf (_("Redo: %s"), label) : g_strdup (_("Nothing to redo"));
}

static void
terms_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) terms = ty_office_list_terms_finish (TY_OFFICE (source), result, &error);

  if (terms == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_warning ("The terms cannot be read: %s", error->message);
      return;
    }

  ty_as_of_button_set_terms (TY_HEADER (user_data)->as_of_button, terms);
}

static void
load (TyHeader *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->as_of_button), ty_office_is_open (self->office));
  gtk_widget_set_sensitive (GTK_WIDGET (self->scope_button), ty_office_is_open (self->office));
  if (!ty_office_is_open (self->office))
    return;

  self->cancellable = g_cancellable_new ();
  ty_office_list_terms_async (self->office, self->cancellable, terms_cb, self);
}

/* What the longest title takes more than the one that is shown. */
static int
measure_longer (TyHeader *self)
{
  GtkWidget *label = GTK_WIDGET (self->title_label);
  int shown = ty_text_measure (label, gtk_label_get_label (self->title_label));
  int longest = shown;

  for (guint i = 0; i < self->titles->len; i++)
    longest = MAX (longest, ty_text_measure (label, g_ptr_array_index (self->titles, i)));
  return longest - shown;
}

/* What each step saves, in their order. */
static void
measure_steps (TyHeader *self,
               int       steps[N_STEPS])
{
  steps[0] = ty_search_button_measure_words (self->search_button);
  steps[1] = ty_scope_button_measure_word (self->scope_button)
             + ty_as_of_button_measure_word (self->as_of_button);
  steps[2] = ty_scope_button_measure_icon (self->scope_button)
             + ty_as_of_button_measure_icon (self->as_of_button);
}

static void
leave_out (TyHeader *self,
           guint     n)
{
  self->n_left_out = n;
  ty_search_button_set_tight (self->search_button, n > 0);
  ty_scope_button_show_parts (self->scope_button, n < 3, n < 2);
  ty_as_of_button_show_parts (self->as_of_button, n < 3, n < 2);
}

/* A layout that changes here is made once more before the frame is drawn. The words of the search may be cut,
 * and the trail takes what is left over. */
static void
fit (TyHeader  *self,
     GtkWidget *child,
     int        width)
{
  int least_search = (int) (LEAST_SEARCH * ty_text_scale_get (child));
  int steps[N_STEPS];
  int needed, trail;
  guint n = 0;

  measure_steps (self, steps);
  gtk_widget_measure (self->trail_box, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &trail, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &needed, NULL, NULL);
  needed += measure_longer (self) - trail;
  for (guint i = 0; i < self->n_left_out; i++)
    needed += steps[i];
  needed -= MAX (steps[0] - least_search, 0);
  steps[0] = MIN (steps[0], least_search);
  while (n < N_STEPS && needed + (n < self->n_left_out ? SLACK : 0) > width)
    needed -= steps[n++];
  if (n != self->n_left_out)
    leave_out (self, n);
}

/* What can go is no reason to be wider. */
static void
measure_cb (GtkWidget      *widget,
            GtkOrientation  orientation,
            int             for_size,
            int            *minimum,
            int            *natural,
            int            *minimum_baseline,
            int            *natural_baseline)
{
  TyHeader *self = TY_HEADER (widget);
  int steps[N_STEPS];

  gtk_widget_measure (adw_bin_get_child (ADW_BIN (self)), orientation, -1, minimum, natural, NULL, NULL);
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    return;

  measure_steps (self, steps);
  for (guint i = MAX (self->n_left_out, 1); i < N_STEPS; i++)
    *minimum -= steps[i];
}

static void
allocate_cb (GtkWidget *widget,
             int        width,
             int        height,
             int        baseline)
{
  TyHeader *self = TY_HEADER (widget);
  GtkWidget *child = adw_bin_get_child (ADW_BIN (self));

  fit (self, child, width);
  gtk_widget_allocate (child, width, height, baseline, NULL);
}

static void
set_office (TyHeader *self,
            TyOffice *office)
{
  if (!g_set_object (&self->office, office))
    return;

  g_binding_group_set_source (self->bindings, office);
  g_signal_group_set_target (self->signals, office);
  g_object_set (ty_search_button_get_search (self->search_button), "office", office, NULL);
  if (office != NULL)
    load (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OFFICE]);
}

static void
ty_header_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  TyHeader *self = TY_HEADER (object);

  switch ((TyHeaderProps) prop_id)
    {
    case PROP_OFFICE:
      g_value_set_object (value, self->office);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_TRAIL:
      g_value_set_string (value, self->trail);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;
    case PROP_TOPICS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_header_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  TyHeader *self = TY_HEADER (object);

  switch ((TyHeaderProps) prop_id)
    {
    case PROP_OFFICE:
      set_office (self, g_value_get_object (value));
      break;
    case PROP_TITLE:
      g_free (self->title);
      self->title = g_value_dup_string (value);
      break;
    case PROP_TRAIL:
      g_free (self->trail);
      self->trail = g_value_dup_string (value);
      break;
    case PROP_FOLDED:
      self->folded = g_value_get_boolean (value);
      break;
    case PROP_TOPICS:
      g_object_set_property (G_OBJECT (ty_search_button_get_search (self->search_button)), "topics",
                             value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_header_dispose (GObject *object)
{
  TyHeader *self = TY_HEADER (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->bindings);
  g_clear_object (&self->signals);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (ty_header_parent_class)->dispose (object);
}

static void
ty_header_finalize (GObject *object)
{
  TyHeader *self = TY_HEADER (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->trail, g_free);
  g_clear_pointer (&self->titles, g_ptr_array_unref);

  G_OBJECT_CLASS (ty_header_parent_class)->finalize (object);
}

static void
ty_header_class_init (TyHeaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ty_header_get_property;
  object_class->set_property = ty_header_set_property;
  object_class->dispose = ty_header_dispose;
  object_class->finalize = ty_header_finalize;

  properties[PROP_OFFICE] = g_param_spec_object ("office", NULL, NULL, TY_TYPE_OFFICE,
                                                 flags | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_TRAIL] = g_param_spec_string ("trail", NULL, NULL, NULL, flags);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, flags);
  properties[PROP_TOPICS] = g_param_spec_object ("topics", NULL, NULL, TY_TYPE_TOPICS,
                                                 G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (TY_TYPE_SCOPE_BUTTON);
  g_type_ensure (TY_TYPE_SEARCH_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/app/ty-header.ui");
  gtk_widget_class_bind_template_child (widget_class, TyHeader, as_of_button);
  gtk_widget_class_bind_template_child (widget_class, TyHeader, scope_button);
  gtk_widget_class_bind_template_child (widget_class, TyHeader, search_button);
  gtk_widget_class_bind_template_child (widget_class, TyHeader, title_label);
  gtk_widget_class_bind_template_child (widget_class, TyHeader, trail_box);
  gtk_widget_class_bind_template_callback (widget_class, format_undo);
  gtk_widget_class_bind_template_callback (widget_class, format_redo);
}

static void
ty_header_init (TyHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self),
                                 gtk_custom_layout_new (NULL, measure_cb, allocate_cb));

  self->titles = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_set_sensitive (GTK_WIDGET (self->as_of_button), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->scope_button), FALSE);
  self->bindings = g_binding_group_new ();
  g_binding_group_bind (self->bindings, "as-of", self->as_of_button, "date",
                        G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_binding_group_bind (self->bindings, "scope-name", self->scope_button, "scope-name",
                        G_BINDING_SYNC_CREATE);
  g_binding_group_bind (self->bindings, "scope", self->scope_button, "scope",
                        G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  self->signals = g_signal_group_new (TY_TYPE_OFFICE);
  g_signal_group_connect_object (self->signals, "changed", G_CALLBACK (load), self,
                                 G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->signals, "notify::open", G_CALLBACK (load), self,
                                 G_CONNECT_SWAPPED);
}

/**
 * ty_header_search:
 * @self: a header
 *
 * Opens the search and gives the focus to it.
 */
void
ty_header_search (TyHeader *self)
{
  g_return_if_fail (TY_IS_HEADER (self));

  ty_search_button_open (self->search_button);
}

/**
 * ty_header_add_title:
 * @self: a header
 * @title: a title that it will have
 *
 * Keeps room for it.
 */
void
ty_header_add_title (TyHeader   *self,
                     const char *title)
{
  g_return_if_fail (TY_IS_HEADER (self));

  g_ptr_array_add (self->titles, g_strdup (title));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
