/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-search-row"

#include "config.h"

#include "ty-search-row.h"

/**
 * TySearchRow:
 *
 * A line of what was found. The focus stays in the entry; the row is only selected.
 */
struct _TySearchRow
{
  GtkListBoxRow parent_instance;

  /* Owned */
  TySearchHit *hit; /* (nullable) */
};

typedef enum
{
  PROP_HIT = 1,
} TySearchRowProps;

static GParamSpec *properties[PROP_HIT + 1];

G_DEFINE_FINAL_TYPE (TySearchRow, ty_search_row, GTK_TYPE_LIST_BOX_ROW)

static gboolean
is_text (TySearchRow *self,
         const char  *text)
{
  return text != NULL && *text != '\0';
}

static void
ty_search_row_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  TySearchRow *self = TY_SEARCH_ROW (object);

  switch ((TySearchRowProps) prop_id)
    {
    case PROP_HIT:
      g_value_set_object (value, self->hit);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_search_row_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  TySearchRow *self = TY_SEARCH_ROW (object);

  switch ((TySearchRowProps) prop_id)
    {
    case PROP_HIT:
      g_set_object (&self->hit, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_search_row_dispose (GObject *object)
{
  g_clear_object (&TY_SEARCH_ROW (object)->hit);

  G_OBJECT_CLASS (ty_search_row_parent_class)->dispose (object);
}

static void
ty_search_row_class_init (TySearchRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ty_search_row_get_property;
  object_class->set_property = ty_search_row_set_property;
  object_class->dispose = ty_search_row_dispose;

  properties[PROP_HIT] = g_param_spec_object ("hit", NULL, NULL, TY_TYPE_SEARCH_HIT,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/app/ty-search-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, is_text);
}

static void
ty_search_row_init (TySearchRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ty_search_row_new:
 * @hit: what was found
 *
 * Returns: (transfer floating): its line
 */
GtkWidget *
ty_search_row_new (TySearchHit *hit)
{
  GtkWidget *self = g_object_new (TY_TYPE_SEARCH_ROW, "hit", hit, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, ty_search_hit_get_sentence (hit),
                                  -1);
  return self;
}

/**
 * ty_search_row_get_hit:
 * @self: a line
 *
 * Returns: (transfer none): what was found
 */
TySearchHit *
ty_search_row_get_hit (TySearchRow *self)
{
  g_return_val_if_fail (TY_IS_SEARCH_ROW (self), NULL);

  return self->hit;
}
