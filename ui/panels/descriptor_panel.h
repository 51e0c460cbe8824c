// One descriptor: the neurons tagged with it, and sentences that have it.
#pragma once

#include "ui/panels/panel.h"

namespace neuroscribe::ui {

class DescriptorPanel : public Panel {
    Q_OBJECT
public:
    explicit DescriptorPanel(app::Session& session, QWidget* parent = nullptr);

protected:
    void refresh(const app::ChangeSet& change) override;
};

} // namespace neuroscribe::ui
