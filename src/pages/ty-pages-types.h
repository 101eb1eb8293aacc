/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-services-types.h"

G_BEGIN_DECLS

typedef struct _TyAttachmentsCard TyAttachmentsCard;
typedef struct _TyFiguresTable TyFiguresTable;
typedef struct _TyHistoryFilters TyHistoryFilters;
typedef struct _TyHistoryPage TyHistoryPage;
typedef struct _TyHistoryPane TyHistoryPane;
typedef struct _TyOverviewPage TyOverviewPage;
typedef struct _TyPage TyPage;
typedef struct _TyPeoplePage TyPeoplePage;
typedef struct _TyPersonPage TyPersonPage;
typedef struct _TyPhotoWindow TyPhotoWindow;
typedef struct _TyRecordEditor TyRecordEditor;

G_END_DECLS
