package twostoves.gallery;

import org.junit.jupiter.api.DisplayName;
import twostoves.grading.Track;

@DisplayName("The gallery of the track parallelism")
class ParallelismGalleryTests extends GalleryOfTrack {

    ParallelismGalleryTests() {
        super(Track.PARALLELISM);
    }
}
